package io.casewire.ingest.publish;

import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.audit.AuditTrail.Decided;
import io.casewire.ingest.publish.Publication.PendingDecision;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator's decisions about single records: taken back, or valid again. */
@Component
class Withdrawals {
    private final Publisher publisher;
    private final AuditTrail audit;

    Withdrawals(Publisher publisher, AuditTrail audit) {
        this.publisher = publisher;
        this.audit = audit;
    }

    /**
     * Takes a record back.
     *
     * @throws UnknownRecord when nothing of that id was published
     * @throws DocumentBusy when something of its document is being published
     * @throws io.casewire.messaging.PublishFailed when nothing could be decided because of earlier events that Kafka does
     *     not take
     */
    Publisher.Outcome withdraw(String id, String reason, String by) {
        Decided decided = new Decided(by, Act.WITHDRAW, id, find(id).document(), reason, null);
        return audit.keeping(decided, () -> decide(id, known -> !known.withdrawn(), reason));
    }

    /**
     * Makes a withdrawn record valid again, as it was; throws as {@link #withdraw} does.
     *
     * @param reason null where none is given
     */
    Publisher.Outcome restore(String id, @Nullable String reason, String by) {
        Decided decided = new Decided(by, Act.RESTORE, id, find(id).document(), reason, null);
        return audit.keeping(decided, () -> decide(id, PublishedRecord::withdrawn, null));
    }

    private Publisher.Outcome decide(String id, Predicate<PublishedRecord> open, @Nullable String reason) {
        String correlationId = UUID.randomUUID().toString();
        return publisher.decide(find(id).document(), () -> Optional.of(find(id))
                .filter(open)
                .map(known -> PendingDecision.ofValidity(id, known.revision() + 1, reason, correlationId)));
    }

    private PublishedRecord find(String id) {
        return publisher.find(id).orElseThrow(() -> new UnknownRecord(id));
    }
}
