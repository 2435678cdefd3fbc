package io.casewire.catalog.casefile;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.serving.store.GuardedWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Every revision of every case, each once, written and never changed. */
public final class Revisions {
    static final String COLLECTION = "revisions";
    private static final String CASE = "case";
    private static final String REVISION = "revision";
    private static final String BACKFILL = "backfill";
    private static final JsonMapper JSON = WireJson.mapper();

    private final MongoTemplate mongo;

    Revisions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * A revision as it was told.
     *
     * @param type wire name of the event
     * @param reason the operator's words where it was withdrawn; null otherwise
     */
    record Kept(
            long revision,
            String type,
            Instant time,
            Instant recordedTime,
            boolean backfill,
            @Nullable String reason,
            DocumentReference document,
            CaseRecord content) {}

    /** Creates the index the queries need. */
    void ensureIndexes() {
        mongo.execute(
                COLLECTION,
                revisions -> revisions.createIndex(
                        Indexes.compoundIndex(Indexes.ascending(CASE), Indexes.descending(REVISION)),
                        new IndexOptions().name("case_revision").unique(true)));
    }

    /** Keeps them; those that are kept already stay as they are. */
    void keep(List<CaseRevision> told) {
        List<WriteModel<Document>> inserts = new ArrayList<>();
        for (CaseRevision revision : told) {
            inserts.add(new InsertOneModel<>(document(revision)));
        }
        GuardedWrites.needless(mongo, COLLECTION, inserts);
    }

    /** The revisions of a case, the newest first; empty for a case the catalogue never had. */
    List<Kept> of(CaseId id) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, revisions -> revisions
                .find(eq(CASE, id.value()))
                .sort(Sorts.descending(REVISION))
                .map(Revisions::read)
                .into(new ArrayList<>())));
    }

    /** Which of these cases came to stand as they do by a load of history. */
    public Set<CaseId> loadedAsHistory(Collection<StoredCase> cases) {
        List<String> newest = cases.stream()
                .map(stored -> stored.content().id().value() + '@' + stored.revision())
                .toList();
        return Objects.requireNonNull(mongo.execute(COLLECTION, revisions -> {
            Set<CaseId> loaded = new HashSet<>();
            Bson fields = Projections.include(CASE, BACKFILL);
            for (Document revision : revisions.find(in("_id", newest)).projection(fields)) {
                if (revision.getBoolean(BACKFILL)) {
                    loaded.add(new CaseId(revision.getString(CASE)));
                }
            }
            return loaded;
        }));
    }

    private static Document document(CaseRevision revision) {
        Document document = new Document("_id", revision.event().eventId())
                .append(CASE, revision.id())
                .append(REVISION, revision.number())
                .append("type", WireNames.of(revision.event()))
                .append("time", Date.from(revision.time()))
                .append("recordedTime", Date.from(revision.recordedTime()))
                .append(BACKFILL, revision.backfill())
                .append("record", revision.record())
                .append("source", revision.source());
        String reason = revision.withdrawnReason();
        return reason == null ? document : document.append("reason", reason);
    }

    private static Kept read(Document document) {
        return new Kept(
                document.getLong(REVISION),
                document.getString("type"),
                document.getDate("time").toInstant(),
                document.getDate("recordedTime").toInstant(),
                document.getBoolean(BACKFILL),
                document.getString("reason"),
                JSON.readValue(document.getString("source"), DocumentReference.class),
                JSON.readValue(document.getString("record"), CaseRecord.class));
    }
}
