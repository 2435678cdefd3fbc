package io.casewire.ingest.publish;

import io.casewire.contracts.topic.Topics;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.publish.PlanRunner.Events;
import io.casewire.ingest.source.Refusal;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.Sources;
import io.casewire.messaging.EventPublisher;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Publishes what was read. For each document one thing at a time: whoever comes first carries out what a crash left
 * pending, then decides from what is noted, keeps the decision, and carries it out.
 */
@Component
public class Publisher {
    private final Publications publications;
    private final PublishedRecords records;
    private final Sources sources;
    private final Blobs blobs;
    private final PlanRunner runner;
    private final InstantSource clock;

    @Autowired
    Publisher(
            Publications publications,
            PublishedRecords records,
            Sources sources,
            Blobs blobs,
            EventPublisher kafka,
            InstantSource clock) {
        this(publications, records, sources, blobs, toKafka(kafka), clock);
    }

    Publisher(
            Publications publications,
            PublishedRecords records,
            Sources sources,
            Blobs blobs,
            Events events,
            InstantSource clock) {
        this.publications = publications;
        this.records = records;
        this.sources = sources;
        this.blobs = blobs;
        this.runner = new PlanRunner(events, records, sources);
        this.clock = clock;
    }

    /** Makes the indexes needed here; does nothing where they are. */
    public void createIndexes() {
        records.createIndexes();
    }

    /**
     * Publishes a file's records, and tells its {@link Source} when all are acknowledged.
     *
     * @throws DocumentBusy when another file of the document is being published
     * @throws io.casewire.messaging.PublishFailed when Kafka is away; call again later
     * @throws RecordTooLarge when it never can be published
     */
    public void publish(Submission submission) {
        forFile(submission, publication -> {
            Source source = submission.source();
            if (publication.isNewerThan(source.receivedAt(), source.id())) {
                return Planner.forOutdated(submission, clock.instant());
            }
            Comparison comparison = Comparison.of(
                    submission.records(),
                    records.ofDocument(submission.document().id()));
            return Planner.forPublication(submission, comparison, publication.lastRevision(), clock.instant());
        });
    }

    /**
     * Tells that a file is refused.
     *
     * @throws DocumentBusy see {@link #publish}
     * @throws io.casewire.messaging.PublishFailed see {@link #publish}
     */
    public void reject(Submission submission, Refusal refusal) {
        forFile(
                submission,
                publication -> Planner.forRejection(submission, refusal, publication.lastRevision(), clock.instant()));
    }

    /**
     * Carries out one plan that somebody else left pending.
     *
     * @return whether there was one
     * @throws io.casewire.messaging.PublishFailed when Kafka is away; it stays pending
     */
    public boolean settleOne() {
        return publications
                .takePending()
                .map(leased -> {
                    try (Lease _ = leased.lease()) {
                        settle(leased.document().id());
                    }
                    return true;
                })
                .orElse(false);
    }

    /**
     * Decides something about one record and keeps the decision; {@link #settle} carries it out.
     *
     * @param decision null where there is nothing to decide
     * @return whether something was decided
     */
    boolean decide(String document, Lease lease, Function<Publication, @Nullable Plan> decision) {
        settle(document);
        Publication publication = publications.get(document);
        Plan plan = decision.apply(publication);
        if (plan == null) {
            return false;
        }
        begin(publication, lease, plan, null);
        return true;
    }

    Lease lease(String document) {
        return publications.lease(document);
    }

    /** Carries out what is pending for that document, if anything is. */
    void settle(String document) {
        Publication.Pending pending = publications.get(document).pending();
        if (pending != null) {
            runner.run(Plan.ofBytes(blobs.read(pending.plan())));
            publications.end(document, pending.planId());
            blobs.delete(pending.plan());
        }
    }

    private void forFile(Submission submission, Function<Publication, Plan> planning) {
        String document = submission.document().id().value();
        try (Lease lease = publications.lease(document)) {
            settle(document);
            if (isDone(submission.source())) {
                return;
            }
            Publication publication = publications.get(document);
            Plan plan = planning.apply(publication);
            boolean outdated = publication.isNewerThan(
                    submission.source().receivedAt(), submission.source().id());
            Source newest = plan.head().refusal() != null || outdated ? null : submission.source();
            if (!plan.events().isEmpty()) {
                begin(publication, lease, plan, newest);
                settle(document);
            } else {
                if (newest != null) {
                    publications.newest(document, lease, newest);
                }
                runner.run(plan);
            }
        }
    }

    /** The plan that was pending may have been this file's. */
    private boolean isDone(Source source) {
        return sources.find(source.sourceId())
                .map(found -> found.state().isFinal())
                .orElse(true);
    }

    private void begin(Publication publication, Lease lease, Plan plan, @Nullable Source newest) {
        BlobReference kept = blobs.put(plan.toBytes());
        boolean tellsOfDocument =
                plan.events().stream().anyMatch(event -> event.topic().equals(Topics.DOCUMENT.name()));
        publications.begin(
                publication.id(),
                lease,
                new Publication.Pending(plan.head().id(), kept),
                publication.lastRevision() + (tellsOfDocument ? 1 : 0),
                newest);
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
