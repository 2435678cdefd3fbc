package io.casewire.catalog.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.event.EvidenceEvent.IndicatorFound;
import io.casewire.contracts.event.EvidenceEvent.MilestoneFound;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stored facts, one document each at its newest revision; withdrawn ones are kept without being told. */
final class Evidence {
    static final String COLLECTION = "evidence";
    static final String ID = "_id";
    static final String KIND = "kind";
    static final String REGION_CODE = "regionCode";
    static final String REGION = "region";
    static final String PROVINCE = "province";
    static final String DOCUMENT = "document";
    static final String WITHDRAWN = "withdrawn";
    private static final String REVISION = "revision";
    private static final String RECORD = "record";
    private static final JsonMapper JSON = WireJson.mapper();

    private final MongoTemplate mongo;

    Evidence(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Creates the indexes the queries need; each is read in the order of the ids. */
    void ensureIndexes() {
        for (String field : List.of(KIND, REGION_CODE, REGION, PROVINCE, DOCUMENT)) {
            mongo.execute(COLLECTION, facts -> facts.createIndex(Indexes.ascending(field, ID)));
        }
    }

    /** Stores what is newer than what is there. */
    void store(List<Envelope<EvidenceEvent>> told) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Envelope<EvidenceEvent> envelope : told) {
            writes.add(new UpdateOneModel<>(
                    and(
                            eq(ID, envelope.event().key()),
                            lt(REVISION, envelope.event().revision())),
                    combine(
                            content(envelope.event()),
                            set(REVISION, envelope.event().revision()),
                            set("updated", Date.from(envelope.time())),
                            set(DOCUMENT, envelope.event().document().id().value()),
                            set(
                                    "source",
                                    JSON.writeValueAsString(envelope.event().document()))),
                    new UpdateOptions().upsert(true)));
        }
        GuardedWrites.needless(mongo, COLLECTION, writes);
    }

    /** What passes the filter and was not withdrawn, in the order of the ids, as many as asked for. */
    List<StatedFact> find(Bson filter, int most) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, facts -> facts.find(and(eq(WITHDRAWN, false), filter))
                .sort(Sorts.ascending(ID))
                .limit(most)
                .map(Evidence::read)
                .into(new ArrayList<>())));
    }

    private static Bson content(EvidenceEvent event) {
        return switch (event) {
            case AdoptionFound found ->
                combine(record(EvidenceKind.ADOPTION, found.adoption()), places(found.adoption()));
            case MilestoneFound found -> record(EvidenceKind.MILESTONE, found.milestone());
            case IndicatorFound found -> record(EvidenceKind.INDICATOR, found.indicator());
            case EvidenceWithdrawn withdrawn -> combine(set(WITHDRAWN, true), set("reason", withdrawn.reason()));
        };
    }

    private static Bson record(EvidenceKind kind, ParsedRecord content) {
        return combine(
                set(KIND, kind.slug()),
                set(RECORD, JSON.writeValueAsString(content)),
                set(WITHDRAWN, false),
                unset("reason"));
    }

    private static Bson places(AdoptionRecord adoption) {
        return combine(
                set(REGION, adoption.region()),
                set(REGION_CODE, adoption.regionCode()),
                set(PROVINCE, adoption.province()));
    }

    private static StatedFact read(Document document) {
        EvidenceKind kind = EvidenceKind.ofSlug(document.getString(KIND)).orElseThrow();
        return new StatedFact(
                kind,
                JSON.readValue(document.getString(RECORD), kind.type()),
                JSON.readValue(document.getString("source"), DocumentReference.class),
                document.getLong(REVISION),
                document.getDate("updated").toInstant());
    }
}
