package io.casewire.catalog.feed;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import io.casewire.catalog.wording.Names;
import io.casewire.contracts.parsed.Domain;
import io.casewire.serving.feed.Feed;
import io.casewire.serving.feed.Feed.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case in a feed. It keeps its id over all revisions, so that a reader shows a changed one in the place of the old. */
final class CaseEntry {
    private static final String DOMAIN = "urn:casewire:domain";
    private static final String MARK = "urn:casewire:mark";

    private CaseEntry() {}

    /** @param history whether it came with a load of history */
    static Feed.Entry of(StoredCase stored, boolean history, Language language, PublicAddress address) {
        String id = stored.content().id().value();
        String title = stored.content().title();
        return new Feed.Entry(
                "urn:casewire:case:" + id,
                address.pageOf(id),
                address.dataOf(id),
                stored.withdrawn() ? language.of("已撤回：", "Withdrawn: ") + title : title,
                stored.firstPublished(),
                stored.updated(),
                stored.withdrawn() ? stored.withdrawnReason() : stored.content().summary(),
                EntryHtml.of(stored, language, address),
                marks(stored, history, language),
                extension(stored, history, address));
    }

    private static Map<String, Object> extension(StoredCase stored, boolean history, PublicAddress address) {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("data", address.dataOf(stored.content().id().value()));
        extension.put("revision", stored.revision());
        extension.put(
                "domains", stored.content().domains().stream().map(Domain::slug).toList());
        extension.put("history", history);
        extension.put("withdrawn", stored.withdrawn());
        return extension;
    }

    private static List<Mark> marks(StoredCase stored, boolean history, Language language) {
        List<Mark> marks = new ArrayList<>();
        stored.content()
                .domains()
                .forEach(domain -> marks.add(new Mark(DOMAIN, domain.slug(), Names.of(domain, language))));
        stored.content().zones().forEach(zone -> marks.add(new Mark("urn:casewire:zone", zone, zone)));
        if (history) {
            marks.add(new Mark(MARK, "history", language.of("历史补录", "History")));
        }
        if (stored.withdrawn()) {
            marks.add(new Mark(MARK, "withdrawn", language.of("已撤回", "Withdrawn")));
        }
        return marks;
    }
}
