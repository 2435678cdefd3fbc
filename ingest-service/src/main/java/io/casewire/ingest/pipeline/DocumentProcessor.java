package io.casewire.ingest.pipeline;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.DamagedBlob;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.pipeline.ParseStep.Next;
import io.casewire.ingest.publish.Completion;
import io.casewire.ingest.publish.CorrectedRecords;
import io.casewire.ingest.publish.DocumentBusy;
import io.casewire.ingest.publish.Publisher;
import io.casewire.ingest.publish.RecordTooLarge;
import io.casewire.ingest.publish.Submission;
import io.casewire.ingest.review.HeldDocuments;
import io.casewire.ingest.upload.Hold;
import io.casewire.ingest.upload.Hold.Decision;
import io.casewire.ingest.upload.LostLease;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Entry;
import io.casewire.messaging.PublishFailed;
import io.casewire.messaging.PublishRefused;
import io.casewire.parsing.Refusal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes one file as far as it goes now, and says what happens to it next where it does not go on. What the parser found is
 * handed on in memory; it is read from the store where somebody else parsed the file.
 */
@Component
class DocumentProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentProcessor.class);
    private static final String DOCUMENT = "doc-";
    private static final Duration PAUSE_WHILE_BUSY = Duration.ofMillis(500);
    private static final int TRIES_WITH_A_BUG = 4;

    private final Uploads uploads;
    private final Blobs blobs;
    private final ParseStep parser;
    private final Publisher publisher;
    private final CorrectedRecords corrections;
    private final WorkQueue queue;
    private final MissingTopics topics;
    private final Backoff backoff;
    private final int maxAttempts;
    private final PipelineTelemetry telemetry;
    private final Set<SourceId> underWay = ConcurrentHashMap.newKeySet();

    DocumentProcessor(
            Uploads uploads,
            Blobs blobs,
            ParseStep parser,
            Publisher publisher,
            CorrectedRecords corrections,
            WorkQueue queue,
            MissingTopics topics,
            PipelineSettings settings,
            PipelineTelemetry telemetry) {
        this.uploads = uploads;
        this.blobs = blobs;
        this.parser = parser;
        this.publisher = publisher;
        this.corrections = corrections;
        this.queue = queue;
        this.topics = topics;
        this.backoff = new Backoff(settings.retryInitial(), settings.retryMax());
        this.maxAttempts = settings.maxParseAttempts();
        this.telemetry = telemetry;
    }

    /** Works on it until it is through or has to wait, and gives its lease back. */
    void take(Leased<Entry> leased) throws InterruptedException {
        String id = leased.document().id();
        try (Lease lease = leased.lease()) {
            if (id.startsWith(DOCUMENT)) {
                complete(new DocumentId(id), lease);
            } else {
                work(new SourceId(id), lease);
            }
        } catch (LostLease e) {
            LOG.info("{}; whoever has it goes on", e.getMessage());
        } catch (DataAccessException e) {
            // nothing can be noted; the lease runs out and somebody takes it up where it is
            backoff.failed(id);
            LOG.warn("What became of {} could not be noted", id, e);
        }
    }

    private void complete(DocumentId document, Lease lease) {
        try {
            publisher.complete(document);
            corrections.publishPending(document);
            backoff.succeeded(document.value());
            lease.closeByRemoval();
        } catch (PublishFailed e) {
            LOG.warn("What is pending of {} waits: {}", document, e.getMessage());
            topics.create();
            lease.closeFor(backoff.failed(document.value()));
        } catch (DocumentBusy _) {
            lease.closeFor(PAUSE_WHILE_BUSY);
        }
    }

    private void work(SourceId id, Lease lease) throws InterruptedException {
        if (!underWay.add(id)) {
            // its lease ran out while the store stood still: this process is still at it
            lease.closeFor(PAUSE_WHILE_BUSY);
            return;
        }
        try {
            claim(id, lease);
        } finally {
            underWay.remove(id);
        }
    }

    private void claim(SourceId id, Lease lease) throws InterruptedException {
        // what this process came through before did not kill it
        int attempts = backoff.failures(id.value()) == 0 ? 1 : 0;
        Optional<Upload> claimed = uploads.claim(id, lease, attempts);
        if (claimed.isEmpty()) {
            lease.closeByRemoval();
            return;
        }
        Upload upload = claimed.get();
        try (MDC.MDCCloseable _ = MDC.putCloseable("upload", upload.id());
                MDC.MDCCloseable _ = MDC.putCloseable("correlationId", upload.correlationId())) {
            work(upload, lease);
        }
    }

    private void work(Upload upload, Lease lease) throws InterruptedException {
        try {
            boolean waits = steps(upload, lease);
            backoff.succeeded(upload.id());
            lease.closeByRemoval();
            if (waits) {
                goOnWhereDecided(upload.uploadId());
            }
        } catch (PublishFailed e) {
            Duration pause = backoff.failed(upload.id());
            LOG.warn("Kafka does not take the events of {}; again in {}: {}", upload.id(), pause, e.getMessage());
            topics.create();
            postpone(upload, lease, pause, "Kafka does not take its events at this moment.");
        } catch (DocumentBusy _) {
            postpone(upload, lease, PAUSE_WHILE_BUSY, "Another file of the document is being published.");
        } catch (RecordTooLarge | PublishRefused e) {
            fail(upload, lease, new Refusal("RECORD_TOO_LARGE", e.getMessage() + '.'));
        } catch (DamagedBlob e) {
            LOG.error("The kept bytes of {} are damaged", upload.id(), e);
            fail(
                    upload,
                    lease,
                    new Refusal(Uploads.DAMAGED, "The kept bytes of this file are damaged; send it again."));
        } catch (LostLease e) {
            throw e;
        } catch (DataAccessException e) {
            LOG.warn("The store failed while {} was worked on", upload.id(), e);
            postpone(upload, lease, backoff.failed(upload.id()), "The store does not take what is written now.");
        } catch (UncheckedIOException e) {
            LOG.warn("{} cannot be taken apart now", upload.id(), e);
            postpone(upload, lease, backoff.failed(upload.id()), "The file cannot be taken apart at this moment.");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            bug(upload, lease, e);
        }
    }

    /** Tried a few times, in case it was a matter of the moment, and then left to a person. */
    private void bug(Upload upload, Lease lease, Throwable cause) {
        LOG.error("{} ({}) cannot be worked on", upload.id(), upload.name(), cause);
        Duration pause = backoff.failed(upload.id());
        if (backoff.failures(upload.id()) < TRIES_WITH_A_BUG) {
            postpone(upload, lease, pause, "The service failed on it and tries again.");
        } else {
            fail(upload, lease, new Refusal("INTERNAL", "The service failed on this file; its log says where."));
        }
    }

    /** Who decided while the entry was still there could not add it. */
    private void goOnWhereDecided(SourceId id) {
        uploads.find(id)
                .filter(upload -> !upload.settled())
                .ifPresent(upload -> queue.add(upload.id(), upload.receivedAt()));
    }

    /** @return whether it waits for a person now */
    private boolean steps(Upload upload, Lease lease) throws InterruptedException {
        if (upload.held()) {
            return true;
        }
        if (upload.state().isFinal()) {
            ParseResult parse = upload.parse();
            if (parse != null) {
                // a crash came between its last step and the end of its publication
                publisher.complete(new DocumentId(parse.documentId()));
            }
        } else if (upload.parseAttempts() > maxAttempts) {
            uploads.quarantine(
                    upload,
                    lease,
                    new Refusal(
                            "QUARANTINED",
                            "The service ended " + maxAttempts
                                    + " times while it worked on this document, and does not try again by itself"
                                    + " (casewire.ingest.pipeline.max-parse-attempts). An operator can have it parsed again"
                                    + " or remove it."));
            LOG.error("{} ({}) is quarantined: it ended the service {} times", upload.id(), upload.name(), maxAttempts);
            telemetry.ended(UploadState.QUARANTINED);
        } else {
            switch (parsed(upload, lease)) {
                case Next.Publish(Submission submission) -> publish(decided(submission));
                case Next.Wait() -> {
                    LOG.info("{} ({}) waits for a person", upload.id(), upload.name());
                    return true;
                }
                case Next.End(UploadState state) -> {
                    telemetry.ended(state);
                    LOG.info("{} ({}) is {}", upload.id(), upload.name(), state);
                }
            }
        }
        return false;
    }

    /** As a person decided, where one had to. */
    private static Submission decided(Submission submission) {
        Hold hold = submission.upload().hold();
        Decision decision = hold == null ? null : hold.decision();
        return decision == null || decision.publish()
                ? submission
                : submission.refused(new Refusal(HeldDocuments.REJECTED, String.valueOf(decision.reason())));
    }

    private Next parsed(Upload upload, Lease lease) throws InterruptedException {
        if (upload.state() == UploadState.PARSED) {
            Submission kept = Submission.kept(upload, blobs);
            // earlier versions did not keep why there is nothing to publish
            if (kept.refusal() != null || !kept.records().isEmpty()) {
                return new Next.Publish(kept);
            }
        }
        return telemetry.parsing(upload, () -> parser.parse(upload, lease));
    }

    private void publish(Submission submission) {
        Upload upload = submission.upload();
        Completion completion = telemetry.publishing(upload, () -> publisher.publish(submission));
        telemetry.ended(completion.state());
        LOG.info(
                "{} ({}) is {}: {}",
                upload.id(),
                upload.name(),
                completion.state(),
                completion.refusal() == null ? completion.changes() : completion.refusal());
    }

    private void postpone(Upload upload, Lease lease, Duration pause, String waitingFor) {
        uploads.waitsFor(upload, lease, waitingFor);
        lease.closeFor(pause);
    }

    private void fail(Upload upload, Lease lease, Refusal refusal) {
        uploads.fail(upload, lease, refusal);
        backoff.succeeded(upload.id());
        telemetry.ended(UploadState.FAILED);
        LOG.info("{} ({}) is FAILED: {}", upload.id(), upload.name(), refusal);
        lease.closeByRemoval();
    }
}
