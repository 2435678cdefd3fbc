package io.casewire.replication.ledger;

import com.mongodb.client.model.Projections;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.messaging.Outbox;
import io.casewire.replication.ledger.Entry.TakenStep;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/** An {@link Entry} as a document: the obligation in its wire shape, what the ledger adds beside it. */
final class StoredEntry {
    static final String ACTIVE = "active";
    static final String CASE = "obligation.caseId";
    static final String REGION = "obligation.regionCode";
    static final String LEVEL = "obligation.level";
    static final String PROVINCE = "obligation.provinceCode";
    static final String STATUS = "obligation.status";
    static final String ROLE = "obligation.role";
    static final String DOMAINS = "obligation.domains";
    static final String STRENGTH = "obligation.strength";
    static final String DUE_ON = "obligation.dueOn";
    static final String REMINDED = "reminded";
    static final String OUTCOME = "obligation.outcome";

    static final Bson WITHOUT_OUTBOX = Projections.exclude(Outbox.FIELD);

    private StoredEntry() {}

    /** Everything but the id and the outbox. */
    static Document fields(Entry entry) {
        return new Document("obligation", StoredJson.document(entry.obligation()))
                .append(GuardedWrites.REVISION, entry.revision())
                .append(ACTIVE, entry.active())
                .append("lapsed", entry.lapsed())
                .append("steps", entry.steps().stream().map(StoredEntry::step).toList())
                .append("derivedAt", Date.from(entry.derivedAt()))
                .append("updatedAt", Date.from(entry.updatedAt()))
                .append(REMINDED, Reminded.stored(entry.reminded()))
                .append(SortKeys.FIELD, SortKeys.of(entry));
    }

    static Entry entry(Document document) {
        return new Entry(
                StoredJson.value(document.get("obligation", Document.class), Obligation.class),
                document.getLong(GuardedWrites.REVISION),
                document.getString("lapsed"),
                document.getList("steps", Document.class).stream()
                        .map(StoredEntry::step)
                        .toList(),
                instant(document, "derivedAt"),
                instant(document, "updatedAt"),
                Reminded.read(document.get(REMINDED, Document.class)));
    }

    private static Document step(TakenStep taken) {
        return new Document("step", StoredJson.document(taken.step()))
                .append(GuardedWrites.REVISION, taken.revision())
                .append("key", taken.key())
                .append("fingerprint", taken.fingerprint());
    }

    private static TakenStep step(Document document) {
        return new TakenStep(
                StoredJson.value(document.get("step", Document.class), Step.class),
                document.getLong(GuardedWrites.REVISION),
                document.getString("key"),
                document.getString("fingerprint"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
