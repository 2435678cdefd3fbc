package io.casewire.replication.obligation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.id.CaseId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Brings the ledger into line with regions, zones and sets that are others than at the last start: a newer version knows more, or
 * the operator's tables have a new row. Nothing is gone through where they are the same.
 */
final class GazetteerFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GazetteerFollower.class);
    private static final String COLLECTION = "state";
    private static final String GAZETTEER = "gazetteer";
    private static final String FINGERPRINT = "fingerprint";

    /** A case for 400 regions has 80 KB; so many files at once are some megabytes. */
    private static final int CASES_AT_ONCE = 60;

    private static final int DERIVED_AT_ONCE = 10;

    private final MongoTemplate store;
    private final String fingerprint;
    private final Cases cases;
    private final Derivation derivation;
    private volatile boolean running;

    GazetteerFollower(MongoTemplate store, String fingerprint, Cases cases, Derivation derivation) {
        this.store = store;
        this.fingerprint = fingerprint;
        this.cases = cases;
        this.derivation = derivation;
    }

    @Override
    public void start() {
        if (!isOfToday()) {
            List<CaseId> outdated = new ArrayList<>();
            cases.forEach(CASES_AT_ONCE, files -> outdated.addAll(derivation.outdated(files)));
            for (int from = 0; from < outdated.size(); from += DERIVED_AT_ONCE) {
                derivation.reconcile(outdated.subList(from, Math.min(outdated.size(), from + DERIVED_AT_ONCE)));
            }
            noteOfToday();
            LOG.info("Regions, zones or sets changed: derived {} cases anew", outdated.size());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Behind the restoration of the ledger and the filling of the counts, before the listeners and the web server. */
    @Override
    public int getPhase() {
        return 2;
    }

    private boolean isOfToday() {
        Document noted = store.execute(
                COLLECTION, state -> state.find(Filters.eq(GAZETTEER)).first());
        return noted != null && fingerprint.equals(noted.getString(FINGERPRINT));
    }

    private void noteOfToday() {
        store.execute(
                COLLECTION,
                (MongoCollection<Document> state) -> state.updateOne(
                        Filters.eq(GAZETTEER),
                        Updates.set(FINGERPRINT, fingerprint),
                        new UpdateOptions().upsert(true)));
    }
}
