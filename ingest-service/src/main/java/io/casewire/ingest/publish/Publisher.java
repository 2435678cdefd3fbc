package io.casewire.ingest.publish;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.topic.Topics;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.correction.Corrections;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.publish.BatchPublisher.Events;
import io.casewire.ingest.publish.Publication.Pending;
import io.casewire.ingest.publish.Publication.PendingDecision;
import io.casewire.ingest.publish.Publication.PendingUpload;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.PublishFailed;
import io.casewire.parsing.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Publishes what was parsed. For each document one thing at a time: whoever comes first carries out what a crash left
 * pending, then decides from what is noted, keeps the decision, and carries it out.
 */
@Component
public class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Publications publications;
    private final PublishedRecords records;
    private final Uploads uploads;
    private final WorkQueue queue;
    private final Blobs blobs;
    private final Corrections corrections;
    private final MissingRecords missing;
    private final BatchPublisher runner;
    private final InstantSource clock;

    @Autowired
    Publisher(
            Publications publications,
            PublishedRecords records,
            Uploads uploads,
            WorkQueue queue,
            Blobs blobs,
            Corrections corrections,
            MissingRecords missing,
            EventPublisher kafka,
            InstantSource clock) {
        this(publications, records, uploads, queue, blobs, corrections, missing, toKafka(kafka), clock);
    }

    Publisher(
            Publications publications,
            PublishedRecords records,
            Uploads uploads,
            WorkQueue queue,
            Blobs blobs,
            Corrections corrections,
            MissingRecords missing,
            Events events,
            InstantSource clock) {
        this.publications = publications;
        this.records = records;
        this.uploads = uploads;
        this.queue = queue;
        this.blobs = blobs;
        this.corrections = corrections;
        this.missing = missing;
        this.runner = new BatchPublisher(events, records, missing, uploads, blobs);
        this.clock = clock;
    }

    /** Makes the indexes needed here; does nothing where they are. */
    public void createIndexes() {
        records.createIndexes();
        corrections.createIndexes();
    }

    /** Adds to the queue what was begun and is not in it. */
    public void queuePending() {
        publications.eachPending(document -> queue.add(document, clock.instant()));
        corrections.eachPending(document -> queue.add(document, clock.instant()));
    }

    /**
     * Publishes a file's records, or tells that it is refused, and notes it in its {@link Upload} when all is acknowledged.
     *
     * @param parsed what the parser found, to which the corrections of people are still to be applied
     * @throws DocumentBusy when another file of the document is being published
     * @throws PublishFailed when Kafka is away; call again later
     * @throws RecordTooLarge when it never can be published
     */
    public Completion publish(Submission parsed) {
        Leased<Publication> leased = publications.take(parsed.document().id().value());
        try (Lease lease = leased.lease()) {
            Publication publication = leased.document();
            Origin origin = Origin.of(parsed.upload());
            Optional<Upload> done = carryOut(publication) ? done(parsed.upload()) : Optional.empty();
            if (done.isPresent()) {
                publications.end(lease, null);
                return Completion.of(done.get());
            }
            // under the lease: a correction comes before or after as a whole
            Submission submission = publication.mayBeCorrected()
                    ? Corrected.of(parsed, corrections.ofDocument(publication.id()), blobs)
                    : parsed;
            leaveFormerDocument(submission);
            Refusal refusal = submission.refusal();
            Comparison comparison = compare(submission, publication);
            PendingUpload pending = refusal == null
                    ? BatchPlanner.decide(submission, comparison, publication)
                    : BatchPlanner.refuse(submission, refusal, publication);
            Instant at = clock.instant();
            PublicationBatch batch = BatchPlanner.batch(submission, comparison, publication, pending, at);
            Origin newest = refusal != null || publication.isNewerThan(origin) ? null : origin;
            if (!batch.isEmpty()) {
                long revision = pending.revision() == null ? publication.lastRevision() : pending.revision();
                publications.begin(publication.id(), lease, new Pending(null, at, pending, null), revision, newest);
            }
            runner.run(batch);
            publications.end(lease, newest);
            return Completion.of(batch);
        }
    }

    /** A newer reading may find that a file is a copy of another document: what stands of it under the former one is missing now. */
    private void leaveFormerDocument(Submission submission) {
        Upload.Reread reread = submission.upload().reread();
        String former = reread == null ? null : reread.documentBefore();
        if (former != null
                && submission.refusal() == null
                && !former.equals(submission.document().id().value())) {
            missing.left(former, Origin.of(submission.upload()), clock.instant());
        }
    }

    /**
     * Carries out what is pending for that document, if anything is.
     *
     * @throws DocumentBusy when something of the document is being published
     * @throws PublishFailed when Kafka is away; it stays pending
     */
    public void complete(DocumentId document) {
        Leased<Publication> leased = publications.take(document.value());
        try (Lease lease = leased.lease()) {
            carryOut(leased.document());
            publications.end(lease, null);
        }
    }

    /** Whether that file's publication was begun and is not known to be through. */
    public boolean isPending(DocumentId document, SourceId upload) {
        Pending pending = publications.get(document.value()).pending();
        return pending != null
                && (pending.plan() != null
                        || (pending.upload() != null
                                && pending.upload().uploadId().equals(upload.value())));
    }

    /** What became of an operator's decision. */
    enum Outcome {
        /** Kafka acknowledged it. */
        PUBLISHED,
        /** It is kept, and told as soon as Kafka takes it. */
        KEPT,
        /** It was so already. */
        NOTHING_TO_DO
    }

    /** A decision about one record, taken when nothing else of its document is pending. */
    @FunctionalInterface
    interface Deciding {
        /** Empty where there is nothing to decide. */
        Optional<PendingDecision> decide();

        /** What was decided is noted, so that it is carried out whatever happens; nobody else has decided meanwhile. */
        default void noted() {}
    }

    /**
     * Decides something about one record.
     *
     * @throws DocumentBusy when something of the document is being published
     * @throws PublishFailed when nothing could be decided because of earlier events that Kafka does not take
     */
    Outcome decide(String document, Deciding decision) {
        Leased<Publication> leased = publications.take(document);
        try (Lease lease = leased.lease()) {
            Publication publication = leased.document();
            carryOut(publication);
            Optional<PendingDecision> decided = decision.decide();
            if (decided.isEmpty()) {
                decision.noted();
                publications.end(lease, null);
                return Outcome.NOTHING_TO_DO;
            }
            Instant at = clock.instant();
            Optional<PublicationBatch> batch = batch(decided.get(), at);
            // who comes after a crash finds it there
            queue.add(document, at);
            publications.begin(
                    document, lease, new Pending(null, at, null, decided.get()), publication.lastRevision(), null);
            decision.noted();
            try {
                batch.ifPresent(runner::run);
                publications.end(lease, null);
                return Outcome.PUBLISHED;
            } catch (PublishFailed e) {
                LOG.warn(
                        "The decision about {} is kept until Kafka takes it",
                        decided.get().record(),
                        e);
                return Outcome.KEPT;
            }
        }
    }

    /** Has corrections looked for whenever something of the document is published; to be called while deciding about it. */
    void markCorrected(String document) {
        publications.corrected(document);
    }

    /** The last published revision of that record. */
    Optional<PublishedRecord> find(String record) {
        return records.find(record);
    }

    /** @return whether anything was pending */
    private boolean carryOut(Publication publication) {
        Pending pending = publication.pending();
        if (pending == null) {
            return false;
        }
        BlobReference plan = pending.plan();
        if (plan != null) {
            runner.run(EarlierPlan.batch(blobs.read(plan)));
            blobs.delete(plan);
        } else {
            batch(publication, pending).ifPresent(runner::run);
        }
        return true;
    }

    /** The batch that was begun, as far as it is not noted; empty where all of it is. */
    private Optional<PublicationBatch> batch(Publication publication, Pending pending) {
        Instant at = pending.at() == null ? clock.instant() : pending.at();
        if (pending.decision() != null) {
            return batch(pending.decision(), at);
        }
        PendingUpload begun = pending.upload();
        return begun == null
                ? Optional.empty()
                : uploads.find(new SourceId(begun.uploadId())).map(upload -> {
                    Submission submission = Submission.of(upload, begun.records(), begun.refusal(), blobs);
                    Comparison comparison = compare(submission, publication);
                    return BatchPlanner.batch(submission, comparison, publication, begun, at);
                });
    }

    private Optional<PublicationBatch> batch(PendingDecision decision, Instant at) {
        return records.find(decision.record())
                .filter(known -> known.revision() < decision.revision())
                .map(known -> BatchPlanner.batch(known, decision, at));
    }

    private Comparison compare(Submission submission, Publication publication) {
        if (submission.refusal() != null) {
            return Comparison.NONE;
        }
        Origin origin = Origin.of(submission.upload());
        return Comparison.of(
                submission.publishable(),
                records.ofDocument(submission.document().id()),
                record -> publication.isSuperseded(record, origin));
    }

    /** The file where what was pending was its own. */
    private Optional<Upload> done(Upload upload) {
        return uploads.find(upload.uploadId()).filter(found -> found.state().isFinal());
    }

    private static Events toKafka(EventPublisher kafka) {
        return new Events(
                kafka::publishAll,
                tombstone -> kafka.tombstone(
                        Topics.named(tombstone.topic())
                                .orElseThrow(() -> new IllegalStateException(tombstone.topic() + " is no topic")),
                        tombstone.key()));
    }
}
