package io.casewire.catalog.lineage;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.event.LinkEvent.Link;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.messaging.Outbox;
import io.casewire.messaging.Outgoing;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stored links, one document each at its newest revision, with the events that are still to go out. */
final class Links {
    static final String COLLECTION = "links";
    static final String ID = "_id";
    static final String STATE = "state";
    static final String KIND = "kind";
    static final String ENDS = "ends";

    private static final String LINK = "link";
    private static final String UPDATED = "updated";
    private static final JsonMapper JSON = WireJson.mapper();

    private final MongoTemplate mongo;
    private final Runnable stored;

    /** @param stored told when events wait to go out */
    Links(MongoTemplate mongo, Runnable stored) {
        this.mongo = mongo;
        this.stored = stored;
    }

    /** Creates the indexes the queries need; each is read in the order of the ids. */
    void ensureIndexes() {
        for (String field : List.of(STATE, KIND, ENDS)) {
            mongo.execute(COLLECTION, links -> links.createIndex(Indexes.ascending(field, ID)));
        }
        mongo.execute(COLLECTION, links -> links.createIndex(Indexes.ascending(Outbox.FIELD + ".at")));
    }

    Optional<StoredLink> find(LinkId id) {
        return read(Filters.eq(ID, id.value()), 1).stream().findFirst();
    }

    /** Those that have one of these ends. */
    Map<LinkId, StoredLink> touching(Collection<String> ends) {
        Map<LinkId, StoredLink> found = new LinkedHashMap<>();
        if (!ends.isEmpty()) {
            read(Filters.in(ENDS, ends), 0)
                    .forEach(link -> found.put(link.link().id(), link));
        }
        return found;
    }

    /** Those of one kind and state that have one of these ends, in the order of the ids, as many as asked for. */
    List<StoredLink> touching(Collection<String> ends, Kind kind, Set<LinkState> states, int most) {
        return ends.isEmpty()
                ? List.of()
                : read(
                        Filters.and(
                                Filters.in(ENDS, ends),
                                Filters.eq(KIND, kind.name()),
                                Filters.in(
                                        STATE,
                                        states.stream().map(LinkState::name).toList())),
                        most);
    }

    /** How many of that kind wait for a person. */
    long proposed(Kind kind) {
        return Objects.requireNonNull(mongo.execute(
                COLLECTION,
                links -> links.countDocuments(
                        Filters.and(Filters.eq(STATE, LinkState.PROPOSED.name()), Filters.eq(KIND, kind.name())))));
    }

    /** What passes the filter, in the order of the ids, as many as asked for. */
    List<StoredLink> read(Bson filter, int most) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, links -> links.find(filter)
                .projection(Projections.exclude(Outbox.FIELD))
                .sort(Sorts.ascending(ID))
                .limit(most)
                .map(Links::read)
                .into(new ArrayList<>())));
    }

    /**
     * Writes all that are still as they were read, each with its event in one atomic write, and lets the events go out.
     *
     * @return false if somebody else changed one meanwhile; read all again and decide anew, what was written stays
     */
    boolean write(List<LinkChange> changes) {
        if (changes.isEmpty()) {
            return true;
        }
        boolean all = GuardedWrites.all(
                mongo, COLLECTION, changes.stream().map(Links::write).toList());
        stored.run();
        return all;
    }

    /** Takes events of the log, in its order; what the store has already, or has newer, stays. Publishes nothing. */
    void restore(List<Envelope<LinkEvent>> events) {
        Map<String, Envelope<LinkEvent>> newest = new LinkedHashMap<>();
        for (Envelope<LinkEvent> event : events) {
            newest.merge(
                    event.event().key(),
                    event,
                    (one, other) -> other.event().revision() > one.event().revision() ? other : one);
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        newest.forEach((id, event) -> {
            StoredLink link = new StoredLink(
                    event.event().link(),
                    LinkState.of(event.event()),
                    event.event().revision(),
                    event.time());
            writes.add(GuardedWrites.ifNewer(id, link.revision(), new Document("$set", fields(link))));
        });
        GuardedWrites.needless(mongo, COLLECTION, writes);
    }

    private static WriteModel<Document> write(LinkChange change) {
        String id = change.after().link().id().value();
        Document fields = fields(change.after());
        List<Document> pending = Outbox.pending(new Outgoing<>(Topics.LINK, change.event()));
        return change.seen() == 0
                ? new InsertOneModel<>(fields.append(ID, id).append(Outbox.FIELD, pending))
                : new UpdateOneModel<>(
                        Filters.and(Filters.eq(ID, id), Filters.eq(GuardedWrites.REVISION, change.seen())),
                        Updates.combine(new Document("$set", fields), Updates.pushEach(Outbox.FIELD, pending)));
    }

    private static Document fields(StoredLink stored) {
        return new Document(GuardedWrites.REVISION, stored.revision())
                .append(STATE, stored.state().name())
                .append(KIND, stored.link().kind().name())
                .append(ENDS, List.of(stored.link().from(), stored.link().to()))
                .append(LINK, JSON.writeValueAsString(stored.link()))
                .append(UPDATED, Date.from(stored.updated()));
    }

    private static StoredLink read(Document document) {
        return new StoredLink(
                JSON.readValue(document.getString(LINK), Link.class),
                LinkState.valueOf(document.getString(STATE)),
                document.getLong(GuardedWrites.REVISION),
                document.getDate(UPDATED).toInstant());
    }
}
