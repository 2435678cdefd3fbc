package io.casewire.ingest.lease;

import io.casewire.messaging.BackgroundWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Gives out leases. A leasable document has {@link #TOKEN} and {@link #UNTIL}; taking one is a single atomic write.
 *
 * <p>A lease keeps two workers from doing the same work, no more: whoever was paused beyond its end is stopped by the
 * token its writes ask for, and what it sent to Kafka before is a repetition that consumers ignore.
 */
@Component
public final class Leases implements SmartLifecycle {
    public static final String TOKEN = "leaseToken";
    public static final String UNTIL = "leasedUntil";

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final int RENEWALS_PER_LEASE = 4;

    private final MongoOperations mongo;
    private final InstantSource clock;
    private final Duration length;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final BackgroundWork renewal = new BackgroundWork("lease-renewal", this::renewWhileRunning);

    @Autowired
    Leases(MongoOperations mongo, InstantSource clock, LeaseSettings settings) {
        this(mongo, clock, settings.length());
    }

    /**
     * Leases that are not renewed before {@link #start}.
     *
     * @param length how long each lasts
     */
    public Leases(MongoOperations mongo, InstantSource clock, Duration length) {
        this.mongo = mongo;
        this.clock = clock;
        this.length = length;
    }

    /** A document with its lease. */
    public record Leased<T>(T document, Lease lease) {}

    /** Takes a lease on the first free document; empty where there is none. */
    public <T> Optional<Leased<T>> takeFirst(Class<T> type, String collection, Sort order, IdOf<T> idOf) {
        return takeFirst(type, collection, new Criteria(), order, idOf);
    }

    /**
     * Takes a lease on the first free document of some; empty where there is none.
     *
     * @param among what they have in common
     */
    public <T> Optional<Leased<T>> takeFirst(
            Class<T> type, String collection, Criteria among, Sort order, IdOf<T> idOf) {
        return take(Query.query(among.and(UNTIL).lt(clock.instant())).with(order), type, collection, idOf);
    }

    /** Takes a lease on the document with that id, also where it is not due; empty where there is none, or another holds it. */
    public <T> Optional<Leased<T>> takeUnheld(Class<T> type, String collection, String id) {
        Query unheld = Query.query(Criteria.where("_id").is(id).and(TOKEN).isNull());
        return take(unheld, type, collection, _ -> id).or(() -> take(free(id), type, collection, _ -> id));
    }

    /** Takes a lease on the document with that id, which is made where there is none; empty where another holds it. */
    public <T> Optional<Leased<T>> takeOrCreate(Class<T> type, String collection, String id) {
        String token = UUID.randomUUID().toString();
        Document made = new Document("_id", id).append(TOKEN, token).append(UNTIL, Date.from(until()));
        try {
            // most are new; an upsert of one that another holds would be an error in the server's log
            mongo.insert(made, collection);
            return Optional.of(keep(mongo.getConverter().read(type, made), collection, id, token));
        } catch (DuplicateKeyException _) {
            return take(free(id), type, collection, _ -> id);
        }
    }

    private <T> Optional<Leased<T>> take(Query free, Class<T> type, String collection, IdOf<T> idOf) {
        String token = UUID.randomUUID().toString();
        T document = mongo.findAndModify(
                free,
                new Update().set(TOKEN, token).set(UNTIL, until()),
                FindAndModifyOptions.options().returnNew(true),
                type,
                collection);
        return document == null
                ? Optional.empty()
                : Optional.of(keep(document, collection, idOf.idOf(document), token));
    }

    private <T> Leased<T> keep(T document, String collection, String id, String token) {
        Lease lease = new Lease(this, collection, id, token);
        held.add(lease);
        return new Leased<>(document, lease);
    }

    private Query free(String id) {
        return Query.query(Criteria.where("_id").is(id).and(UNTIL).lt(clock.instant()));
    }

    /** How to tell the id of a document. */
    @FunctionalInterface
    public interface IdOf<T> {
        String idOf(T document);
    }

    boolean isHeld(Lease lease) {
        return held.contains(lease) && mongo.exists(ours(lease), lease.collection());
    }

    void release(Lease lease, Update last, Duration pause) {
        if (!held.remove(lease)) {
            return;
        }
        Instant until = pause.isZero() ? Instant.EPOCH : clock.instant().plus(pause);
        try {
            mongo.updateFirst(ours(lease), last.set(UNTIL, until).unset(TOKEN), lease.collection());
        } catch (DataAccessException e) {
            LOG.warn("The lease on {} could not be given back and runs out in {}", lease.id(), length, e);
        }
    }

    void remove(Lease lease) {
        if (!held.remove(lease)) {
            return;
        }
        try {
            mongo.remove(ours(lease), lease.collection());
        } catch (DataAccessException e) {
            LOG.warn("{} could not be removed; whoever takes it next does", lease.id(), e);
        }
    }

    @Override
    public void start() {
        renewal.start();
    }

    @Override
    public void stop() {
        renewal.endSoon();
    }

    @Override
    public boolean isRunning() {
        return renewal.isWanted();
    }

    /** Starts before, and stops after, whoever takes leases. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void renewWhileRunning() {
        try {
            while (renewal.isWanted()) {
                Thread.sleep(length.dividedBy(RENEWALS_PER_LEASE));
                held.forEach(this::renew);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(Lease lease) {
        try {
            mongo.updateFirst(ours(lease), new Update().set(UNTIL, until()), lease.collection());
        } catch (DataAccessException e) {
            LOG.warn("The lease on {} could not be renewed", lease.id(), e);
        }
    }

    private Instant until() {
        return clock.instant().plus(length);
    }

    private static Query ours(Lease lease) {
        return Query.query(Criteria.where("_id").is(lease.id()).and(TOKEN).is(lease.token()));
    }
}
