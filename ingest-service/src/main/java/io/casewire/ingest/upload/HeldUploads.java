package io.casewire.ingest.upload;

import io.casewire.contracts.id.SourceId;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The files that wait for a person. Every change is one guarded write to one document. */
@Repository
public class HeldUploads {
    private final Uploads uploads;
    private final MongoOperations mongo;
    private final InstantSource clock;

    public HeldUploads(Uploads uploads, MongoOperations mongo, InstantSource clock) {
        this.uploads = uploads;
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * They, newest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<Upload> page(Uploads.@Nullable Position after, int size) {
        return uploads.page(after, waiting(new Criteria()), size);
    }

    /** All of them, in no order. */
    public void each(Consumer<Upload> use) {
        try (Stream<Upload> found =
                mongo.stream(Query.query(waiting(new Criteria())), Upload.class, Uploads.COLLECTION)) {
            found.forEach(use);
        }
    }

    /** Notes what a person decided; false where the file does not wait for one. */
    public boolean decide(SourceId id, Hold.Decision decision) {
        return write(id, new Update().set("hold.decision", decision));
    }

    /** Leaves a file whose new reading waits as it was before that; false where it does not wait. */
    public boolean giveBack(SourceId id, Hold.EarlierReading before, Hold.Decision decision, String note) {
        Update update = new Update()
                .set("state", before.state())
                .set("reading", before.parse())
                .set("hold.decision", decision)
                .unset("hold.before")
                .push("steps", new Step(before.state(), clock.instant(), null, note));
        if (before.text() != null) {
            update.set("text", before.text());
        }
        return write(id, update);
    }

    private boolean write(SourceId id, Update update) {
        Query waits = Query.query(waiting(Criteria.where("_id").is(id.value())));
        return mongo.updateFirst(waits, update, Uploads.COLLECTION).getModifiedCount() > 0;
    }

    private static Criteria waiting(Criteria chosen) {
        return chosen.and("state")
                .is(UploadState.PARSED)
                .and("hold.since")
                .ne(null)
                .and("hold.decision")
                .is(null);
    }
}
