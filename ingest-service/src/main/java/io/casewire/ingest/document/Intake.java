package io.casewire.ingest.document;

import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.pipeline.Workers;
import io.casewire.ingest.source.Refusal;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.Sources;
import io.casewire.messaging.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Takes files in: bytes first, then the entry that makes them ours to work on, and only then the answer. */
@Component
class Intake {
    private static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(30);
    private static final Duration RETRY_WHEN_CROWDED = Duration.ofSeconds(5);

    private final Blobs blobs;
    private final Sources sources;
    private final Workers workers;
    private final UploadSettings settings;
    private final InstantSource clock;
    private final Traces traces;
    private final Semaphore uploads;

    Intake(Blobs blobs, Sources sources, Workers workers, UploadSettings settings, InstantSource clock, Traces traces) {
        this.blobs = blobs;
        this.sources = sources;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
        this.traces = traces;
        this.uploads = new Semaphore(settings.maxConcurrent());
    }

    /**
     * Who sends a file and how it is meant.
     *
     * @param name cleaned by {@link DocumentName}
     */
    record Sender(String name, String subject, String correlationId, boolean backfill) {}

    /**
     * A file that is ours.
     *
     * @param isNew false where its bytes were known
     */
    record Receipt(Source source, boolean isNew) {}

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
        if (!uploads.tryAcquire()) {
            throw UploadRefused.busy("Too many uploads are under way.", RETRY_WHEN_CROWDED);
        }
        try (SpooledFile file = SpooledFile.of(in, settings.maxSize().toBytes(), settings.maxDuration())) {
            return use.of(file);
        } finally {
            uploads.release();
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
        Optional<Source> known = sources.find(id);
        if (known.isPresent()) {
            return new Receipt(healed(known.get(), file), false);
        }
        if (sources.unfinished() >= settings.maxUnfinished()) {
            throw UploadRefused.busy("Too many documents wait to be worked on.", RETRY_WHEN_FULL);
        }
        Source source = Source.received(
                sender.name(),
                keep(file),
                clock.instant(),
                sender.subject(),
                sender.correlationId(),
                sender.backfill());
        if (!sources.add(source)) {
            return new Receipt(
                    sources.find(id).orElseThrow(() -> new IllegalStateException("A source is never removed")), false);
        }
        traces.cause(
                "receive document",
                source.correlationId(),
                began,
                Map.of("casewire.source", source.id(), "casewire.document.name", source.name()));
        workers.nudge();
        return new Receipt(source, true);
    }

    private BlobReference keep(SpooledFile file) throws IOException {
        try (InputStream bytes = file.open()) {
            return blobs.put(file.sha256(), bytes);
        }
    }

    /** A file whose kept bytes were found damaged gets them anew. */
    private Source healed(Source known, SpooledFile file) throws IOException {
        if (known.refusal() == null || !known.refusal().code().equals(Refusal.DAMAGED)) {
            return known;
        }
        keep(file);
        sources.restart(known.sourceId(), "Its bytes were sent again.");
        workers.nudge();
        return sources.find(known.sourceId()).orElse(known);
    }
}
