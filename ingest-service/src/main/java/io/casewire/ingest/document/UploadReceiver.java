package io.casewire.ingest.document;

import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.pipeline.Workers;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WebOrigin;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Lane;
import io.casewire.messaging.trace.Traces;
import io.casewire.parsing.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes files in: bytes first, then the entry that makes them ours to work on, and only then the answer. */
@Component
class UploadReceiver {
    private static final Duration RETRY_WHEN_CROWDED = Duration.ofSeconds(5);

    private final Blobs blobs;
    private final Uploads uploads;
    private final WorkQueue queue;
    private final Backlog backlog;
    private final Workers workers;
    private final SpooledFile.Bounds bounds;
    private final InstantSource clock;
    private final Traces traces;
    private final Semaphore underWay;

    UploadReceiver(
            Blobs blobs,
            Uploads uploads,
            WorkQueue queue,
            Workers workers,
            UploadSettings settings,
            Limits limits,
            InstantSource clock,
            Traces traces) {
        this.blobs = blobs;
        this.uploads = uploads;
        this.queue = queue;
        this.backlog = new Backlog(queue, settings.maxUnfinished(), clock);
        this.workers = workers;
        this.bounds = new SpooledFile.Bounds(
                settings.spool(), settings.maxSize().toBytes(), settings.maxDuration(), limits.memory());
        this.clock = clock;
        this.traces = traces;
        this.underWay = new Semaphore(settings.maxConcurrent());
    }

    /**
     * Who sends a file and how it is meant.
     *
     * @param name cleaned by {@link DocumentName}
     * @param hold whether it is not to be published before a person says so
     * @param origin that it was fetched from; null where it is sent
     */
    record Sender(
            String name,
            String subject,
            String correlationId,
            boolean backfill,
            boolean hold,
            @Nullable WebOrigin origin) {
        Sender(String name, String subject, String correlationId, boolean backfill, boolean hold) {
            this(name, subject, correlationId, backfill, hold, null);
        }
    }

    /**
     * A file that is ours.
     *
     * @param isNew false where its bytes were known
     */
    record Receipt(Upload upload, boolean isNew) {}

    /** What to do with a file that has arrived. */
    @FunctionalInterface
    interface Use<T> {
        T of(SpooledFile file) throws IOException;
    }

    /**
     * Takes the stream in, hands it over, and removes its traces.
     *
     * @throws UploadRefused when too many are under way, and for everything {@link SpooledFile#of} refuses
     */
    <T> T spooling(InputStream in, Use<T> use) throws IOException {
        if (!underWay.tryAcquire()) {
            throw UploadRefused.busy("Too many uploads are under way.", RETRY_WHEN_CROWDED);
        }
        try (SpooledFile file = SpooledFile.of(in, bounds)) {
            return use.of(file);
        } finally {
            underWay.release();
        }
    }

    /**
     * Makes the file ours; durable when it returns.
     *
     * @throws UploadRefused when too many files wait already; a known file is never refused
     */
    Receipt accept(SpooledFile file, Sender sender) throws IOException {
        Instant began = clock.instant();
        SourceId id = SourceId.ofSha256(file.sha256());
        Optional<Upload> known = uploads.find(id);
        if (known.isPresent()) {
            if (!known.get().settled()) {
                // a crash may have come before
                enqueue(known.get(), file);
            }
            return new Receipt(healed(known.get(), file), false);
        }
        if (!backlog.takesOneMore()) {
            throw UploadRefused.busy("Too many documents wait to be worked on.", UploadRefused.RETRY_WHEN_FULL);
        }
        Upload received = Upload.received(
                sender.name(),
                keep(file),
                clock.instant(),
                sender.subject(),
                sender.correlationId(),
                sender.backfill(),
                sender.origin());
        Upload upload = sender.hold() ? received.heldOnRequest() : received;
        if (!uploads.add(upload)) {
            return new Receipt(
                    uploads.find(id)
                            .orElseThrow(() -> UploadRefused.busy(
                                    "This document was removed at this moment.", RETRY_WHEN_CROWDED)),
                    false);
        }
        enqueue(upload, file);
        traces.cause(
                "receive document",
                upload.correlationId(),
                began,
                Map.of("casewire.source", upload.id(), "casewire.document.name", upload.name()));
        return new Receipt(upload, true);
    }

    /** Has a file that ended without being published parsed again; false where it is none. */
    boolean retry(Upload upload, String note) {
        boolean restarted = uploads.restart(upload.uploadId(), note);
        if (restarted) {
            enqueue(upload);
        }
        return restarted;
    }

    private void enqueue(Upload upload, SpooledFile file) {
        Lane lane = file.isText() ? Lane.ANY : Lane.TO_TAKE_APART;
        queue.add(upload.id(), upload.receivedAt(), lane);
        workers.wakeUp(lane);
    }

    private void enqueue(Upload upload) {
        queue.add(upload.id(), upload.receivedAt());
        workers.wakeUp();
    }

    private BlobReference keep(SpooledFile file) throws IOException {
        try (InputStream bytes = file.open()) {
            return blobs.put(file.sha256(), bytes);
        }
    }

    /** A file whose kept bytes were found damaged gets them anew. */
    private Upload healed(Upload known, SpooledFile file) throws IOException {
        if (known.refusal() == null || !known.refusal().code().equals(Uploads.DAMAGED)) {
            return known;
        }
        keep(file);
        retry(known, "Its bytes were sent again.");
        return uploads.find(known.uploadId()).orElse(known);
    }
}
