package io.casewire.notify.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a subscription that has no channel was told of, as it is stored: one document, so that a feed is found by its id and an event
 * is in it once, however often it is read.
 *
 * @param id of the subscription
 * @param entries the last recorded first, {@value #KEPT} at most; which they are does not depend on the order they came in
 * @param revision counts changes, from 1
 */
@Document("feeds")
record StoredFeed(@Id String id, List<FeedEntry> entries, long revision) {
    static final int KEPT = 200;

    private static final Comparator<FeedEntry> LAST_FIRST = Comparator.comparing(FeedEntry::recordedAt)
            .thenComparing(FeedEntry::eventId)
            .reversed();

    StoredFeed {
        entries = List.copyOf(entries);
    }

    static StoredFeed empty(String id) {
        return new StoredFeed(id, List.of(), 0);
    }

    /** With those that are not there yet; the same where that changes nothing. */
    StoredFeed with(Collection<FeedEntry> told) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.eventId()));
        List<FeedEntry> all = new ArrayList<>(entries);
        told.stream().filter(entry -> ids.add(entry.eventId())).forEach(all::add);
        all.sort(LAST_FIRST);
        List<FeedEntry> kept = all.subList(0, Math.min(KEPT, all.size()));
        return kept.equals(entries) ? this : new StoredFeed(id, kept, revision + 1);
    }

    /** How many entries the other had not. */
    int newSince(StoredFeed former) {
        Set<FeedEntry> before = new HashSet<>(former.entries);
        return (int) entries.stream().filter(entry -> !before.contains(entry)).count();
    }
}
