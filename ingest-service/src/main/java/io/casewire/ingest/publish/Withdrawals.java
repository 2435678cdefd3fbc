package io.casewire.ingest.publish;

import io.casewire.ingest.publish.Publication.PendingDecision;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator's decisions about single records: taken back, or valid again. */
@Component
class Withdrawals {
    private final Publisher publisher;

    Withdrawals(Publisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Takes a record back.
     *
     * @throws UnknownRecord when nothing of that id was published
     * @throws DocumentBusy when something of its document is being published
     * @throws io.casewire.messaging.PublishFailed when nothing could be decided because of earlier events that Kafka does
     *     not take
     */
    Publisher.Outcome withdraw(String id, String reason, String correlationId) {
        return decide(id, known -> !known.withdrawn(), reason, correlationId);
    }

    /** Makes a withdrawn record valid again, as it was; throws as {@link #withdraw} does. */
    Publisher.Outcome restore(String id, String correlationId) {
        return decide(id, PublishedRecord::withdrawn, null, correlationId);
    }

    private Publisher.Outcome decide(
            String id, Predicate<PublishedRecord> open, @Nullable String reason, String correlationId) {
        return publisher.decide(find(id).document(), () -> Optional.of(find(id))
                .filter(open)
                .map(known -> new PendingDecision(id, known.revision() + 1, reason, correlationId)));
    }

    private PublishedRecord find(String id) {
        return publisher.find(id).orElseThrow(() -> new UnknownRecord(id));
    }
}
