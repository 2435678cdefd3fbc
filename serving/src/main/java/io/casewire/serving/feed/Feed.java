package io.casewire.serving.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feed, or a part of one.
 *
 * @param id the same for the same question, whatever its form, its part or the host
 * @param language of titles, as BCP 47 names it
 * @param self address of this part
 * @param first address of the newest part; null for a feed that has no parts
 * @param next address of the part with what changed before; null at the end
 * @param home the page for people
 * @param updated when anything in it last changed; the same for the same feed
 */
public record Feed(
        String id,
        String title,
        String language,
        String self,
        @Nullable String first,
        @Nullable String next,
        String home,
        Instant updated,
        List<Entry> entries) {
    public Feed {
        entries = List.copyOf(entries);
    }

    /**
     * An entry. A reader shows one whose id it knows in the place of the old.
     *
     * @param page for people
     * @param data for programs; null where there is none
     * @param summary null where there is none
     * @param html the content, everything in it escaped; null where the summary says all
     * @param marks what it may be filtered by
     * @param extension what JSON Feed has no place for, in the order it is written; {@code _casewire} there
     */
    public record Entry(
            String id,
            String page,
            @Nullable String data,
            String title,
            Instant published,
            Instant updated,
            @Nullable String summary,
            @Nullable String html,
            List<Mark> marks,
            Map<String, Object> extension) {
        public Entry {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A category.
     *
     * @param scheme of which the term is one
     * @param term stable
     * @param label for people
     */
    public record Mark(String scheme, String term, String label) {}
}
