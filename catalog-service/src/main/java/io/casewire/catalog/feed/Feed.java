package io.casewire.catalog.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a feed.
 *
 * @param id the same for the same search, whatever its form, its page or the host
 * @param language as BCP 47 names it
 * @param self address of this part
 * @param first address of the newest part
 * @param next address of the part with what changed before; null at the end
 * @param home the page for people
 */
record Feed(
        String id,
        String title,
        String language,
        String self,
        String first,
        @Nullable String next,
        String home,
        List<FeedEntry> entries) {
    Feed {
        entries = List.copyOf(entries);
    }

    /** When anything in it last changed; the beginning of time for one without entries, as the same feed has to say the same. */
    Instant updated() {
        return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated();
    }
}
