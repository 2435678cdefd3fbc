package io.casewire.replication.evidence;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.SettlementEvent.EvidenceSettled;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Decisions in the documents of the facts they are about. */
final class Settlements {
    private final MongoTemplate store;

    Settlements(MongoTemplate store) {
        this.store = store;
    }

    /** What a decision sets in the document of its fact. */
    static Bson settled(EvidenceSettled event) {
        CaseId caseId = event.settlement().caseId();
        return Updates.combine(
                Updates.push(KeptFact.SETTLEMENTS, StoredJson.document(Settlement.from(event.settlement()))),
                Updates.set(Facts.SETTLED, Math.toIntExact(event.revision())),
                Updates.set(Facts.SETTLED_TO, caseId == null ? null : caseId.value()));
    }

    /**
     * Takes decisions from the topic back, in its order; what is there already stays. A fact whose document is still to be read has the
     * revision 0 until then.
     */
    void restore(List<Envelope<SettlementEvent>> events) {
        for (Envelope<SettlementEvent> envelope : events) {
            switch (envelope.event()) {
                // one after the other: a second decision on a fact stands upon the first
                case EvidenceSettled event -> GuardedWrites.all(store, Facts.COLLECTION, List.of(restoring(event)));
            }
        }
    }

    private static WriteModel<Document> restoring(EvidenceSettled event) {
        boolean first = event.revision() == 1;
        Document unsettled = new Document("_id", event.key())
                .append(Facts.SETTLED, first ? new Document("$exists", false) : Math.toIntExact(event.revision() - 1));
        return new UpdateOneModel<>(
                unsettled,
                first
                        ? Updates.combine(settled(event), Updates.setOnInsert(GuardedWrites.REVISION, 0L))
                        : settled(event),
                new UpdateOptions().upsert(first));
    }
}
