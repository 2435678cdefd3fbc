package io.casewire.notify.feed;

import io.casewire.notify.subscription.SubscriptionRemoved;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The stored feeds. */
@Repository
public class KeptFeeds {
    private final MongoTemplate store;

    KeptFeeds(MongoTemplate store) {
        this.store = store;
    }

    /**
     * Adds what is not there yet; once it returns, all of it is stored, but for what is older than the last that are kept. Returns
     * how many entries are new.
     */
    public int keep(String subscription, Collection<FeedEntry> told) {
        while (true) {
            StoredFeed current = find(subscription);
            StoredFeed next = current.with(told);
            if (next.equals(current)) {
                return 0;
            }
            if (write(next)) {
                return next.newSince(current);
            }
        }
    }

    List<FeedEntry> last(String subscription, int most) {
        List<FeedEntry> entries = find(subscription).entries();
        return entries.subList(0, Math.min(most, entries.size()));
    }

    @EventListener
    void on(SubscriptionRemoved removed) {
        store.remove(Query.query(Criteria.where("_id").is(removed.subscription())), StoredFeed.class);
    }

    private StoredFeed find(String subscription) {
        StoredFeed stored = store.findById(subscription, StoredFeed.class);
        return stored == null ? StoredFeed.empty(subscription) : stored;
    }

    /** False where another instance was quicker. */
    private boolean write(StoredFeed next) {
        if (next.revision() > 1) {
            Query unchanged = Query.query(
                    Criteria.where("_id").is(next.id()).and("revision").is(next.revision() - 1));
            return store.replace(unchanged, next).getModifiedCount() == 1;
        }
        try {
            store.insert(next);
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }
}
