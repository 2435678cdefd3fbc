package io.casewire.ingest.reparse;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.extraction.worker.Scratch;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.DamagedBlob;
import io.casewire.ingest.extraction.ScratchFolder;
import io.casewire.ingest.pipeline.DocumentReader;
import io.casewire.ingest.pipeline.DocumentReader.Source;
import io.casewire.ingest.pipeline.ParsedFiles;
import io.casewire.ingest.pipeline.ParsedFiles.Kept;
import io.casewire.ingest.pipeline.ReadOutcome;
import io.casewire.ingest.pipeline.ReadOutcome.Failed;
import io.casewire.ingest.pipeline.ReadOutcome.Holds;
import io.casewire.ingest.pipeline.ReadOutcome.Read;
import io.casewire.ingest.pipeline.Workers;
import io.casewire.ingest.publish.Publisher;
import io.casewire.ingest.reparse.Reparse.Problem;
import io.casewire.ingest.reparse.Reparse.Result;
import io.casewire.ingest.review.HeldDocuments;
import io.casewire.ingest.review.HoldPolicy;
import io.casewire.ingest.upload.Hold;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.RereadUploads;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.parsing.ParserVersion;
import io.casewire.parsing.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads one file again. A new reading that says something else takes the old one's place in one write, and the pipeline
 * publishes it as any other; what cannot be read leaves the file as it is.
 */
@Component
class Rereading {
    /** Behind everything else in the queue. */
    private static final Instant LAST = Instant.parse("2999-01-01T00:00:00Z");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final DocumentReader reader;
    private final ScratchFolder scratches;
    private final ParsedFiles files;
    private final HoldPolicy policy;
    private final Uploads uploads;
    private final RereadUploads reread;
    private final WorkQueue queue;
    private final Publisher publisher;
    private final Workers workers;
    private final Blobs blobs;

    Rereading(
            DocumentReader reader,
            ScratchFolder scratches,
            ParsedFiles files,
            HoldPolicy policy,
            Uploads uploads,
            RereadUploads reread,
            WorkQueue queue,
            Publisher publisher,
            Workers workers,
            Blobs blobs) {
        this.reader = reader;
        this.scratches = scratches;
        this.files = files;
        this.policy = policy;
        this.uploads = uploads;
        this.reread = reread;
        this.queue = queue;
        this.publisher = publisher;
        this.workers = workers;
        this.blobs = blobs;
    }

    /**
     * What became of a file.
     *
     * @param problem null unless it failed
     */
    record Ended(Result result, @Nullable Problem problem) {
        static Ended as(Result result) {
            return new Ended(result, null);
        }

        static Ended failed(Upload upload, Refusal refusal) {
            return new Ended(Result.FAILED, new Problem(upload.id(), upload.name(), refusal.code(), refusal.reason()));
        }
    }

    /**
     * Reads it.
     *
     * @return empty where its new reading is on its way to the topics; see {@link #ended}
     */
    Optional<Ended> read(Upload upload, String run) throws InterruptedException {
        if (isDecidedByAPerson(upload)) {
            return Optional.of(Ended.as(Result.UNCHANGED));
        }
        Source source;
        try {
            source = new Source(
                    blobs.read(upload.original()),
                    upload.name(),
                    upload.original().sha256());
        } catch (DamagedBlob _) {
            return Optional.of(Ended.failed(
                    upload, new Refusal(Uploads.DAMAGED, "The kept bytes of this file are damaged; send it again.")));
        }
        try (Scratch scratch = scratches.scratch()) {
            ReadOutcome outcome = reader.read(source, scratch, () -> {});
            return switch (outcome) {
                case Read read -> take(upload, read, run);
                case Failed(Refusal refusal) -> Optional.of(Ended.failed(upload, refusal));
                case Holds _ ->
                    Optional.of(Ended.failed(
                            upload,
                            new Refusal("ARCHIVE", "The file is read as an archive now; send its files again.")));
            };
        }
    }

    private static boolean isDecidedByAPerson(Upload upload) {
        return upload.refusal() != null && upload.refusal().code().equals(HeldDocuments.REJECTED);
    }

    /** A publication that was cut off at its very end would be taken for that of the new reading. */
    private void awaitNothingPending(Upload upload) throws InterruptedException {
        ParseResult before = upload.parse();
        if (before == null) {
            return;
        }
        DocumentId document = new DocumentId(before.documentId());
        while (publisher.isPending(document, upload.uploadId())) {
            queue.add(document.value(), upload.receivedAt());
            workers.wakeUp();
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private Optional<Ended> take(Upload upload, Read read, String run) throws InterruptedException {
        Kept kept = files.keep(read);
        ParseResult now = kept.result();
        ParseResult before = upload.parse();
        if (now.refusal() != null) {
            return Optional.of(
                    upload.state() == UploadState.REJECTED
                            ? Ended.as(Result.UNCHANGED)
                            : Ended.failed(upload, now.refusal()));
        }
        boolean rests = upload.wasPublished() || upload.held();
        if (rests && before != null && before.records().equals(now.records())) {
            reread.confirm(upload, kept.text(), now);
            return Optional.of(Ended.as(Result.UNCHANGED));
        }
        awaitNothingPending(upload);
        Hold hold = policy.of(upload.hold(), kept.parsed().diagnostics());
        String note = "Read again by parser " + ParserVersion.CURRENT + '.';
        if (!reread.replace(upload, kept.text(), now, hold, run, note)) {
            // whoever changed it meanwhile read it anew
            return Optional.of(Ended.as(Result.UNCHANGED));
        }
        if (hold != null) {
            return Optional.of(Ended.as(Result.HELD));
        }
        publish(upload);
        return Optional.empty();
    }

    /** Has a new reading published; does nothing where that is under way. */
    void publish(Upload upload) {
        queue.add(upload.id(), LAST);
        workers.wakeUp();
    }

    /** What became of a file whose new reading is in its place; empty while it is under way. */
    Optional<Ended> ended(String id) {
        Optional<Upload> found = uploads.find(new SourceId(id));
        if (found.isEmpty()) {
            return Optional.of(Ended.as(Result.UNCHANGED));
        }
        Upload upload = found.get();
        if (!upload.settled()) {
            return Optional.empty();
        }
        if (upload.held()) {
            return Optional.of(Ended.as(Result.HELD));
        }
        if (upload.refusal() != null) {
            return Optional.of(Ended.failed(upload, upload.refusal()));
        }
        boolean changed = upload.changes() != null
                && upload.changes().inserted() + upload.changes().updated() > 0;
        return Optional.of(Ended.as(changed ? Result.CHANGED : Result.UNCHANGED));
    }
}
