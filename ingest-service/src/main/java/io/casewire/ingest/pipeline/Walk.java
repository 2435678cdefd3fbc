package io.casewire.ingest.pipeline;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.blob.DamagedBlob;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.publish.DocumentBusy;
import io.casewire.ingest.publish.Publisher;
import io.casewire.ingest.publish.RecordTooLarge;
import io.casewire.ingest.publish.Submission;
import io.casewire.ingest.source.LostLease;
import io.casewire.ingest.source.Reading;
import io.casewire.ingest.source.Refusal;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.SourceState;
import io.casewire.ingest.source.Sources;
import io.casewire.messaging.PublishFailed;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes one file as far as it goes now, and says what happens to it next where it does not go on. */
@Component
class Walk {
    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
    private static final Duration PAUSE_WHILE_BUSY = Duration.ofMillis(500);
    private static final int TRIES_WITH_A_BUG = 4;

    private final Sources sources;
    private final Reader reader;
    private final Publisher publisher;
    private final MissingTopics topics;
    private final Backoff backoff;
    private final MeterRegistry meters;
    private final Traces traces;

    Walk(
            Sources sources,
            Reader reader,
            Publisher publisher,
            MissingTopics topics,
            PipelineSettings settings,
            MeterRegistry meters,
            Traces traces) {
        this.sources = sources;
        this.reader = reader;
        this.publisher = publisher;
        this.topics = topics;
        this.backoff = new Backoff(settings.retryInitial(), settings.retryMax());
        this.meters = meters;
        this.traces = traces;
    }

    /** Works on the file until it is through or has to wait, and gives its lease back. */
    void take(Leased<Source> leased) throws InterruptedException {
        Source source = leased.document();
        try (Lease lease = leased.lease();
                MDC.MDCCloseable _ = MDC.putCloseable("source", source.id());
                MDC.MDCCloseable _ = MDC.putCloseable("correlationId", source.correlationId())) {
            steps(source, lease);
        } catch (LostLease e) {
            LOG.info("{}; whoever has it goes on", e.getMessage());
        } catch (DataAccessException e) {
            // nothing can be noted; the lease runs out and somebody takes the file up where it is
            LOG.warn("What became of {} could not be noted", source.id(), e);
        }
    }

    private void steps(Source source, Lease lease) throws InterruptedException {
        try {
            Source now = source;
            while (!now.state().isFinal()) {
                step(now, lease);
                now = sources.find(now.sourceId())
                        .orElseThrow(() -> new IllegalStateException("A source is never removed"));
            }
            backoff.succeeded(source.id());
            report(now);
        } catch (PublishFailed e) {
            Duration pause = backoff.failed(source.id());
            LOG.warn("Kafka does not take the events of {}; again in {}: {}", source.id(), pause, e.getMessage());
            topics.create();
            sources.postpone(source, lease, pause, "Kafka does not take its events at this moment.");
        } catch (DocumentBusy _) {
            sources.postpone(source, lease, PAUSE_WHILE_BUSY, "Another file of the document is being published.");
        } catch (RecordTooLarge e) {
            sources.fail(source, lease, new Refusal("RECORD_TOO_LARGE", e.getMessage() + '.'));
        } catch (DamagedBlob e) {
            LOG.error("The kept bytes of {} are damaged", source.id(), e);
            sources.fail(
                    source,
                    lease,
                    new Refusal(Refusal.DAMAGED, "The kept bytes of this file are damaged; send it again."));
        } catch (LostLease e) {
            throw e;
        } catch (DataAccessException e) {
            LOG.warn("The store failed while {} was worked on", source.id(), e);
            sources.postpone(source, lease, backoff.failed(source.id()), "The store does not answer at this moment.");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            bug(source, lease, e);
        }
    }

    /** Tried a few times, in case it was a matter of the moment, and then left to a person. */
    private void bug(Source source, Lease lease, Throwable cause) {
        LOG.error("{} ({}) cannot be worked on", source.id(), source.name(), cause);
        Duration pause = backoff.failed(source.id());
        if (backoff.failures(source.id()) < TRIES_WITH_A_BUG) {
            sources.postpone(source, lease, pause, "The service failed on it and tries again.");
        } else {
            sources.fail(
                    source, lease, new Refusal("INTERNAL", "The service failed on this file; its log says where."));
        }
    }

    private void step(Source source, Lease lease) throws InterruptedException {
        Instant began = Instant.now();
        switch (source.state()) {
            case RECEIVED, EXTRACTED -> {
                Timer.Sample sample = Timer.start(meters);
                reader.read(source, lease);
                sample.stop(meters.timer("casewire.ingest.reading"));
            }
            case PARSED -> publish(source);
            case PUBLISHED, REJECTED, FAILED -> throw new IllegalStateException("Nothing follows " + source.state());
        }
        traces.step(
                source.state() == SourceState.PARSED ? "publish document" : "read document",
                source.correlationId(),
                began,
                Map.of("casewire.source", source.id(), "casewire.document.name", source.name()));
    }

    private void publish(Source source) {
        Reading reading = source.reading();
        if (reading == null) {
            throw new IllegalStateException(source.id() + " is parsed and has no reading");
        }
        List<ParsedRecord> records = reader.records(reading);
        if (!(records.getFirst() instanceof DocumentRecord document)) {
            throw new IllegalStateException("The records of " + source.id() + " do not start with the document");
        }
        Submission submission = new Submission(source, document, records.subList(1, records.size()));
        Optional<Refusal> refusal = reader.refusal(reading, records);
        if (refusal.isPresent()) {
            publisher.reject(submission, refusal.get());
        } else {
            publisher.publish(submission);
        }
    }

    private void report(Source source) {
        meters.counter(
                        "casewire.ingest.documents",
                        "outcome",
                        source.state().name().toLowerCase(Locale.ROOT))
                .increment();
        LOG.info(
                "{} ({}) is {}: {}",
                source.id(),
                source.name(),
                source.state(),
                source.refusal() == null ? source.changes() : source.refusal());
    }
}
