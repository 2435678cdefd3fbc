package io.casewire.ingest.source;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.casewire.ingest.blob.Sha256;
import io.casewire.outbound.destination.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The links that sources lead to, each once a source: its id follows from both. */
@Repository
class WatchedLinks {
    private static final String COLLECTION = "watchedLinks";
    private static final int ID_DIGITS = 40;
    /** Of what came together, the last on the page first: it is the oldest. */
    private static final Sort OLDEST_FIRST =
            Sort.by(Sort.Order.asc("seenAt"), Sort.Order.desc("place"), Sort.Order.asc("_id"));

    private final MongoOperations mongo;

    WatchedLinks(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Makes the indexes; does nothing where they are. */
    void createIndexes() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("source", Sort.Direction.ASC)
                        .on("url", Sort.Direction.ASC)
                        .unique());
        mongo.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("source", Sort.Direction.ASC)
                        .on("state", Sort.Direction.ASC)
                        .on("notBefore", Sort.Direction.ASC));
    }

    /** Notes links of a page that are not known yet, in that state; repeating it changes nothing. */
    void add(String source, List<Endpoint> links, LinkState state, Instant now) {
        Map<String, WatchedLink> seen = new HashMap<>();
        for (int place = 0; place < links.size(); place++) {
            Endpoint link = links.get(place);
            String url = link.uri().toString();
            String id = id(source, url);
            seen.putIfAbsent(
                    id,
                    new WatchedLink(
                            id, source, url, link.host(), state, now, place, 0, now, null, null, null, null, null));
        }
        known(seen.keySet()).forEach(seen::remove);
        seen.values().forEach(this::insert);
    }

    private Set<String> known(Collection<String> ids) {
        Query query = Query.query(Criteria.where("_id").in(ids));
        query.fields().include("_id");
        Set<String> known = new HashSet<>();
        mongo.find(query, Document.class, COLLECTION).forEach(link -> known.add(link.getString("_id")));
        return known;
    }

    private void insert(WatchedLink link) {
        try {
            mongo.insert(link, COLLECTION);
        } catch (DuplicateKeyException _) {
            // as wanted
        }
    }

    /** The next link to fetch; empty where none is due. */
    Optional<WatchedLink> nextDue(String source, Instant now) {
        return first(pending(source).and("notBefore").lte(now), OLDEST_FIRST);
    }

    /** When the next link is to be fetched; empty where none is left. */
    Optional<Instant> nextDueAt(String source) {
        return first(pending(source), Sort.by("notBefore")).map(WatchedLink::notBefore);
    }

    /** The next taken link to ask for changes; empty where all were since then. */
    Optional<WatchedLink> nextToRecheck(String source, Instant since) {
        return first(
                Criteria.where("source")
                        .is(source)
                        .and("state")
                        .is(LinkState.TAKEN)
                        .and("checkedAt")
                        .lt(since),
                Sort.by("checkedAt", "_id"));
    }

    /** Those that could not be taken, latest first. */
    List<WatchedLink> problems(String source, int most) {
        Query query = Query.query(Criteria.where("source")
                        .is(source)
                        .and("state")
                        .in(LinkState.REFUSED, LinkState.FAILED, LinkState.PENDING)
                        .and("reason")
                        .exists(true))
                .with(Sort.by(Sort.Direction.DESC, "seenAt", "_id"))
                .limit(most);
        return mongo.find(query, WatchedLink.class, COLLECTION);
    }

    /** Its file is that upload. */
    void taken(WatchedLink link, String upload, @Nullable String etag, @Nullable String lastModified, Instant now) {
        Update update = new Update()
                .set("state", LinkState.TAKEN)
                .set("attempts", 0)
                .set("checkedAt", now)
                .set("upload", upload)
                .unset("reason");
        set(update, "etag", etag);
        set(update, "lastModified", lastModified);
        write(link, update);
    }

    /**
     * Its file was asked for, and is not to be had again for a while.
     *
     * @param reason null where it is unchanged
     */
    void checked(WatchedLink link, @Nullable String reason, Instant now) {
        Update update = new Update().set("checkedAt", now);
        set(update, "reason", reason);
        write(link, update);
    }

    /** Its file is not taken, for good. */
    void refused(WatchedLink link, String reason) {
        write(link, new Update().set("state", LinkState.REFUSED).set("reason", reason));
    }

    /** Its file did not come. */
    void failed(WatchedLink link, LinkState next, String reason, Instant notBefore) {
        write(
                link,
                new Update()
                        .set("state", next)
                        .set("reason", reason)
                        .set("notBefore", notBefore)
                        .inc("attempts", 1));
    }

    /** Those of sources by their state. */
    Map<String, Map<LinkState, Integer>> counts(Collection<String> sources) {
        List<Document> groups = Objects.requireNonNull(mongo.execute(COLLECTION, links -> links.aggregate(List.of(
                        Aggregates.match(Filters.in("source", sources)),
                        Aggregates.group(
                                new Document("source", "$source").append("state", "$state"),
                                Accumulators.sum("count", 1))))
                .into(new ArrayList<>())));
        Map<String, Map<LinkState, Integer>> counts = new HashMap<>();
        for (Document group : groups) {
            Document of = group.get("_id", Document.class);
            counts.computeIfAbsent(of.getString("source"), _ -> new EnumMap<>(LinkState.class))
                    .put(
                            LinkState.valueOf(of.getString("state")),
                            group.get("count", Number.class).intValue());
        }
        return counts;
    }

    /** Forgets those of a source that is gone. */
    void removeOf(String source) {
        mongo.remove(Query.query(Criteria.where("source").is(source)), COLLECTION);
    }

    private static Criteria pending(String source) {
        return Criteria.where("source").is(source).and("state").is(LinkState.PENDING);
    }

    private Optional<WatchedLink> first(Criteria criteria, Sort order) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(criteria).with(order).limit(1), WatchedLink.class, COLLECTION));
    }

    private void write(WatchedLink link, Update update) {
        // as it was when it was chosen: who looks at the source anew has chosen for itself
        Query asChosen =
                Query.query(Criteria.where("_id").is(link.id()).and("state").is(link.state()));
        mongo.updateFirst(asChosen, update, COLLECTION);
    }

    private static void set(Update update, String field, @Nullable String value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }

    private static String id(String source, String url) {
        return source + ":" + Sha256.of(url.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
    }
}
