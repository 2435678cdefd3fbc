package io.casewire.ingest.pipeline;

import io.casewire.extraction.worker.Scratch;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.extraction.ArchiveMembers;
import io.casewire.ingest.extraction.ScratchFolder;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.pipeline.DocumentReader.Source;
import io.casewire.ingest.pipeline.ParsedFiles.Kept;
import io.casewire.ingest.pipeline.ReadOutcome.Failed;
import io.casewire.ingest.pipeline.ReadOutcome.Holds;
import io.casewire.ingest.pipeline.ReadOutcome.Read;
import io.casewire.ingest.publish.Submission;
import io.casewire.ingest.review.HoldPolicy;
import io.casewire.ingest.upload.Hold;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Takes a file from its bytes to its records. */
@Component
class ParseStep {
    private final Uploads uploads;
    private final Blobs blobs;
    private final DocumentReader reader;
    private final ScratchFolder scratches;
    private final ArchiveMembers members;
    private final ParsedFiles files;
    private final HoldPolicy policy;
    private final InstantSource clock;

    ParseStep(
            Uploads uploads,
            Blobs blobs,
            DocumentReader reader,
            ScratchFolder scratches,
            ArchiveMembers members,
            ParsedFiles files,
            HoldPolicy policy,
            InstantSource clock) {
        this.uploads = uploads;
        this.blobs = blobs;
        this.reader = reader;
        this.scratches = scratches;
        this.members = members;
        this.files = files;
        this.policy = policy;
        this.clock = clock;
    }

    /** What comes next. */
    sealed interface Next {
        /** Its publication. */
        record Publish(Submission submission) implements Next {}

        /** A person's decision. */
        record Wait() implements Next {}

        /** Nothing: it ended in this state, which is noted. */
        record End(UploadState state) implements Next {}
    }

    /** Parses the file and keeps what was found. */
    Next parse(Upload upload, Lease lease) throws InterruptedException {
        Instant start = clock.instant();
        Source source = new Source(
                blobs.read(upload.original()), upload.name(), upload.original().sha256());
        try (Scratch scratch = scratches.scratch()) {
            return switch (reader.read(source, scratch, () -> uploads.extracted(upload, lease, since(start)))) {
                case Read read -> keep(upload, lease, read, since(start));
                case Holds(var archive) -> {
                    uploads.unpacked(upload, lease, members.take(archive, upload), since(start));
                    yield new Next.End(UploadState.UNPACKED);
                }
                case Failed(Refusal refusal) -> {
                    uploads.fail(upload, lease, refusal);
                    yield new Next.End(UploadState.FAILED);
                }
            };
        }
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }

    private Next keep(Upload upload, Lease lease, Read read, Duration took) {
        Kept kept = files.keep(read);
        ParsedDocument parsed = kept.parsed();
        ParseResult result = kept.result();
        // what has nothing to publish ends by itself
        Hold hold = result.refusal() == null ? policy.of(upload.hold(), parsed.diagnostics()) : null;
        uploads.parsed(upload, lease, kept.text(), result, took, read.rendition() == null, hold);
        return hold == null
                ? new Next.Publish(
                        new Submission(upload, parsed.document(), parsed.records(), result.records(), result.refusal()))
                : new Next.Wait();
    }
}
