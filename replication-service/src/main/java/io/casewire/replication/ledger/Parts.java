package io.casewire.replication.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Which lines are parts of which: found by key, since who reads one line does not wait for a look at all of them. It is noted before a
 * part is made, so that one may be named that never was; the entries decide.
 */
public final class Parts {
    /** Why a part lapses with the line it is a part of. */
    public static final String PART_OF_NOTHING = "What it is a part of no longer holds";

    private static final int ROUNDS = 50;
    private static final String COLLECTION = "obligation-parts";
    private static final String FIELD = "parts";

    private final MongoTemplate store;
    private final Entries entries;

    Parts(MongoTemplate store, Entries entries) {
        this.store = store;
        this.entries = entries;
    }

    /** Parts that hold of that line, in the order of their ids. */
    public List<Entry> of(ObligationId parent) {
        Document known = store.execute(COLLECTION, parts -> parts.find(Filters.eq("_id", parent.value()))
                .first());
        return known == null
                ? List.of()
                : entries
                        .findAll(known.getList(FIELD, String.class).stream()
                                .map(ObligationId::new)
                                .toList())
                        .values()
                        .stream()
                        .filter(Entry::active)
                        .toList();
    }

    /** Parts that hold of that line and parts of these, the deepest last. */
    public List<Entry> below(ObligationId parent) {
        List<Entry> below = new ArrayList<>();
        Deque<ObligationId> left = new ArrayDeque<>(List.of(parent));
        while (!left.isEmpty()) {
            List<Entry> parts = of(left.removeFirst());
            below.addAll(parts);
            parts.forEach(part -> left.add(part.id()));
        }
        return below;
    }

    /**
     * Lapses all that was handed down of that line.
     *
     * @throws OptimisticLockingFailureException if others changed them faster than they could be written; try again
     */
    public void lapse(ObligationId parent, Instant now) {
        for (int round = 0; round < ROUNDS; round++) {
            if (entries.write(
                    below(parent).stream().map(part -> lapsing(part, now)).toList())) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("The parts of " + parent + " keep changing");
    }

    private static Change lapsing(Entry part, Instant now) {
        Entry after = part.lapsing(part.obligation().caseRevision(), PART_OF_NOTHING, now);
        ObligationEvent event = new ObligationLapsed(after.obligation(), after.revision(), PART_OF_NOTHING);
        return new Change(
                after,
                part.revision(),
                Envelope.now(event, Ledger.SOURCE, now, UUID.randomUUID().toString(), false));
    }

    /** Notes the parts among these before they are written. */
    static void note(MongoTemplate store, List<Change> changes) {
        for (Change change : changes) {
            if (change.seen() == 0) {
                change.after()
                        .parent()
                        .ifPresent(parent -> note(store, parent, change.after().id()));
            }
        }
    }

    private static void note(MongoTemplate store, ObligationId parent, ObligationId part) {
        try {
            add(store, parent, part);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // somebody made the document at the same time; now it is there
            add(store, parent, part);
        }
    }

    private static void add(MongoTemplate store, ObligationId parent, ObligationId part) {
        store.execute(
                COLLECTION,
                parts -> parts.updateOne(
                        Filters.eq("_id", parent.value()),
                        Updates.addToSet(FIELD, part.value()),
                        new UpdateOptions().upsert(true)));
    }
}
