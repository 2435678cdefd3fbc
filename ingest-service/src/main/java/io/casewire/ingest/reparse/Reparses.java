package io.casewire.ingest.reparse;

import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.reparse.Reparse.Problem;
import io.casewire.ingest.reparse.Reparse.Result;
import io.casewire.ingest.reparse.Reparse.Status;
import io.casewire.ingest.upload.Upload;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The runs. Who works on one has its lease; every step forward is one guarded write. */
@Repository
class Reparses {
    private static final String COLLECTION = "reparses";
    private static final Sort OLDEST_FIRST = Sort.by("startedAt", "_id");
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "startedAt", "_id");
    private static final int MAX_PROBLEMS = 100;

    private final MongoOperations mongo;
    private final Leases leases;
    private final InstantSource clock;

    Reparses(MongoOperations mongo, Leases leases, InstantSource clock) {
        this.mongo = mongo;
        this.leases = leases;
        this.clock = clock;
    }

    void add(Reparse run) {
        Document document = new Document();
        mongo.getConverter().write(run, document);
        mongo.insert(document.append(Leases.UNTIL, Date.from(Instant.EPOCH)), COLLECTION);
    }

    Optional<Reparse> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Reparse.class, COLLECTION));
    }

    /** The last ones, newest first. */
    List<Reparse> latest(int size) {
        return mongo.find(new Query().with(NEWEST_FIRST).limit(size), Reparse.class, COLLECTION);
    }

    /** The oldest run that goes on and nobody works on, with its lease. */
    Optional<Leased<Reparse>> take() {
        Query running = Query.query(Criteria.where("status").is(Status.RUNNING)).with(OLDEST_FIRST);
        return mongo.find(running, Reparse.class, COLLECTION).stream()
                .flatMap(run -> leases.takeUnheld(Reparse.class, COLLECTION, run.id()).stream())
                .findFirst();
    }

    /** Begins work on a file, counted before it begins; empty where the run is no longer ours, or has ended. */
    Optional<Reparse> begin(Reparse run, Lease lease, String file) {
        boolean again = file.equals(run.working());
        Update update = new Update().set("working", file).set("attempts", again ? run.attempts() + 1 : 1);
        return Optional.ofNullable(mongo.findAndModify(
                ours(run, lease), update, FindAndModifyOptions.options().returnNew(true), Reparse.class, COLLECTION));
    }

    /** Notes what became of a file; empty as in {@link #begin}. */
    Optional<Reparse> done(Reparse run, Lease lease, Upload file, Result result, @Nullable Problem problem) {
        Update update = new Update()
                .set("receivedAt", file.receivedAt())
                .set("upload", file.id())
                .unset("working")
                .set("attempts", 0)
                .inc(result.field(), 1);
        if (problem != null && run.problems().size() < MAX_PROBLEMS) {
            update.push("problems", problem);
        }
        return Optional.ofNullable(mongo.findAndModify(
                ours(run, lease), update, FindAndModifyOptions.options().returnNew(true), Reparse.class, COLLECTION));
    }

    /** Ends a run that goes on; false where it has ended. */
    boolean end(String id, Status status) {
        Query running = Query.query(Criteria.where("_id").is(id).and("status").is(Status.RUNNING));
        Update update = new Update()
                .set("status", status)
                .set("endedAt", clock.instant())
                .unset("working");
        return mongo.updateFirst(running, update, COLLECTION).getModifiedCount() > 0;
    }

    private static Query ours(Reparse run, Lease lease) {
        return Query.query(Criteria.where("_id")
                .is(run.id())
                .and(Leases.TOKEN)
                .is(lease.token())
                .and("status")
                .is(Status.RUNNING));
    }
}
