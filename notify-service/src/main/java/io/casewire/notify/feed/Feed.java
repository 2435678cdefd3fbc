package io.casewire.notify.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A feed to be written.
 *
 * @param id the same for the same subscription, whatever opens it
 * @param self its address, which opens it
 * @param root of the page for people, where links begin
 * @param made when its subscription was
 */
record Feed(String id, String title, String self, String root, Instant made, List<FeedEntry> entries) {
    /** Of titles and of the words of documents. */
    static final String LANGUAGE = "zh-CN";

    Feed {
        entries = List.copyOf(entries);
    }

    /** When it last changed; of one without entries, when it was made. */
    Instant updated() {
        return entries.stream()
                .map(FeedEntry::toldAt)
                .max(Comparator.naturalOrder())
                .orElse(made);
    }

    String home() {
        return root + "/#/";
    }

    /** Stays the same however the feed is read. */
    static String idOf(FeedEntry entry) {
        return "urn:casewire:event:" + entry.eventId();
    }

    /** The page of the case, or the first page where it is about no case. */
    String pageOf(FeedEntry entry) {
        return entry.caseId() == null ? home() : root + "/#/case/" + entry.caseId();
    }
}
