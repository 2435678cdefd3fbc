package io.casewire.catalog.feed;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import io.casewire.catalog.wording.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case in a feed. It keeps its id over all revisions, so that a reader shows a changed one in the place of the old.
 *
 * @param page for people
 * @param data for programs
 * @param title says so where the case was withdrawn
 * @param html everything in it escaped
 * @param marks what it may be filtered by
 * @param history whether it came with a load of history
 */
record FeedEntry(
        String id,
        String page,
        String data,
        String title,
        Instant published,
        Instant updated,
        @Nullable String summary,
        String html,
        List<Mark> marks,
        boolean history,
        boolean withdrawn,
        long revision) {
    FeedEntry {
        marks = List.copyOf(marks);
    }

    /**
     * A category.
     *
     * @param scheme of which the term is one
     * @param term stable
     * @param label for people
     */
    record Mark(String scheme, String term, String label) {}

    static FeedEntry of(StoredCase stored, boolean history, Language language, PublicAddress address) {
        String id = stored.content().id().value();
        String title = stored.content().title();
        return new FeedEntry(
                "urn:casewire:case:" + id,
                address.pageOf(id),
                address.dataOf(id),
                stored.withdrawn() ? language.of("已撤回：", "Withdrawn: ") + title : title,
                stored.firstPublished(),
                stored.updated(),
                stored.withdrawn() ? stored.withdrawnReason() : stored.content().summary(),
                EntryHtml.of(stored, language, address),
                marks(stored, history, language),
                history,
                stored.withdrawn(),
                stored.revision());
    }

    private static List<Mark> marks(StoredCase stored, boolean history, Language language) {
        List<Mark> marks = new ArrayList<>();
        stored.content()
                .domains()
                .forEach(domain ->
                        marks.add(new Mark("urn:casewire:domain", domain.slug(), Names.of(domain, language))));
        stored.content().zones().forEach(zone -> marks.add(new Mark("urn:casewire:zone", zone, zone)));
        if (history) {
            marks.add(new Mark("urn:casewire:mark", "history", language.of("历史补录", "History")));
        }
        if (stored.withdrawn()) {
            marks.add(new Mark("urn:casewire:mark", "withdrawn", language.of("已撤回", "Withdrawn")));
        }
        return marks;
    }
}
