package io.casewire.replication.evidence;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.casewire.replication.obligation.Cases;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Makes the stored keys of titles and results anew where they were stored by another definition of {@link ComparableKey}, and
 * joins what belongs together by the new one, before anything is listened to. The names they are made of are stored too, so no
 * topic is read for it.
 */
final class StoredKeys implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoredKeys.class);
    private static final String COLLECTION = "state";
    private static final String DEFINITION = "comparable-key";
    private static final String VERSION = "version";
    private static final int KEYS_AT_ONCE = 500;

    private final MongoTemplate store;
    private final Cases cases;
    private final Facts facts;
    private final Matching matching;
    private volatile boolean running;

    StoredKeys(MongoTemplate store, Cases cases, Facts facts, Matching matching) {
        this.store = store;
        this.cases = cases;
        this.facts = facts;
        this.matching = matching;
    }

    @Override
    public void start() {
        if (!areOfToday()) {
            Set<String> changed = new LinkedHashSet<>(cases.makeKeysAnew());
            changed.addAll(facts.makeKeysAnew());
            match(changed);
            noteOfToday();
            LOG.info("Made {} keys of titles and results anew", changed.size());
        }
        match(facts.unjudgedKeys());
        running = true;
    }

    private void match(Set<String> all) {
        List<String> keys = new ArrayList<>(all);
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            matching.match(keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE)));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // before the listeners
    @Override
    public int getPhase() {
        return -1;
    }

    private boolean areOfToday() {
        Document definition = store.execute(
                COLLECTION, state -> state.find(Filters.eq(DEFINITION)).first());
        return definition != null && definition.getInteger(VERSION, 0) == ComparableKey.VERSION;
    }

    private void noteOfToday() {
        store.execute(
                COLLECTION,
                (MongoCollection<Document> state) -> state.updateOne(
                        Filters.eq(DEFINITION),
                        Updates.set(VERSION, ComparableKey.VERSION),
                        new UpdateOptions().upsert(true)));
    }
}
