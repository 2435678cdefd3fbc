package io.casewire.ingest.publish;

import io.casewire.ingest.lease.Lease;
import io.casewire.messaging.PublishFailed;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** An operator's decisions about single records: taken back, or valid again. */
@Component
class Withdrawals {
    private static final Logger LOG = LoggerFactory.getLogger(Withdrawals.class);

    private final Publisher publisher;
    private final PublishedRecords records;
    private final InstantSource clock;

    Withdrawals(Publisher publisher, PublishedRecords records, InstantSource clock) {
        this.publisher = publisher;
        this.records = records;
        this.clock = clock;
    }

    /** What became of a decision. */
    enum Outcome {
        /** Kafka acknowledged it. */
        PUBLISHED,
        /** It is kept, and told as soon as Kafka takes it. */
        KEPT,
        /** It was so already. */
        NOTHING_TO_DO
    }

    /**
     * Takes a record back.
     *
     * @throws UnknownRecord when nothing of that id was published
     * @throws DocumentBusy when something of its document is being published
     * @throws PublishFailed when nothing could be decided because of earlier events that Kafka does not take
     */
    Outcome withdraw(String id, String reason, String correlationId) {
        return decide(
                id,
                known -> known.withdrawn()
                        ? null
                        : Planner.forWithdrawal(known, reason, correlationId, clock.instant()));
    }

    /** Makes a withdrawn record valid again, as it was; throws as {@link #withdraw} does. */
    Outcome restore(String id, String correlationId) {
        return decide(
                id, known -> known.withdrawn() ? Planner.forRestoration(known, correlationId, clock.instant()) : null);
    }

    private Outcome decide(String id, Function<PublishedRecord, @Nullable Plan> decision) {
        String document = find(id).document();
        try (Lease lease = publisher.lease(document)) {
            if (!publisher.decide(document, lease, _ -> decision.apply(find(id)))) {
                return Outcome.NOTHING_TO_DO;
            }
            try {
                publisher.settle(document);
                return Outcome.PUBLISHED;
            } catch (PublishFailed e) {
                LOG.warn("The decision about {} is kept until Kafka takes it", id, e);
                return Outcome.KEPT;
            }
        }
    }

    private PublishedRecord find(String id) {
        return records.find(id).orElseThrow(() -> new UnknownRecord(id));
    }
}
