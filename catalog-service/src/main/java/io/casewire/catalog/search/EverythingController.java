package io.casewire.catalog.search;

import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.record.Records;
import io.casewire.catalog.record.StoredRecord;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.serving.request.TakesParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that was read: cases, tasks, adoptions, milestones, indicators and passages of reports together. */
@RestController
final class EverythingController {
    private static final int EXCERPT = 160;

    private final EverythingSearch search;
    private final Cases cases;
    private final Records records;
    private final Highlights highlights;

    EverythingController(EverythingSearch search, Cases cases, Records records, Highlights highlights) {
        this.search = search;
        this.cases = cases;
        this.records = records;
        this.highlights = highlights;
    }

    /**
     * A page of a search.
     *
     * @param kinds how many of each kind are found, were all kinds asked for
     * @param next cursor of the next page; absent on the last
     */
    record Answer(
            List<Item> items,
            long total,
            List<FacetCounts.Count> kinds,
            @Nullable String next,
            SearchController.Understood query) {}

    /**
     * Something that was read.
     *
     * @param title of a milestone its date, of an adoption what was replicated, of a passage its heading
     * @param excerpt the beginning of its text; absent where it has none
     * @param path headings above it, outermost first
     * @param units of an adoption the region and its province
     * @param lines where it stands in its document
     * @param link its first line in its document, as a path of this origin
     * @param highlights HTML by field, escaped except for {@code <mark>}
     * @param leftOut words, places and figures of the query that are not in it, as typed
     */
    record Item(
            String kind,
            String id,
            String title,
            @Nullable String excerpt,
            List<String> path,
            List<String> units,
            DocumentReference document,
            LineRange lines,
            String link,
            Map<String, String> highlights,
            List<String> leftOut) {}

    /** Searches all that was read: cases, tasks, adoptions, milestones, indicators and passages of reports. */
    @GetMapping("/api/catalog/v1/search")
    @TakesParameters(EverythingQuery.Parameters.class)
    Answer search(@RequestParam MultiValueMap<String, String> parameters) {
        EverythingSearch.Page page = search.page(EverythingQuery.of(parameters));
        Map<String, Item> items = new HashMap<>();
        for (StoredCase stored : cases.findAll(page.ids())) {
            items.put(stored.content().id().value(), item(stored, page.asked()));
        }
        for (StoredRecord stored : records.findAll(page.ids())) {
            items.put(stored.id(), item(stored, page.asked()));
        }
        return new Answer(
                page.ids().stream().map(items::get).filter(Objects::nonNull).toList(),
                page.total(),
                page.kinds(),
                page.next(),
                SearchController.Understood.of(page.asked()));
    }

    private Item item(StoredCase stored, AnalysedQuery asked) {
        CaseRecord content = stored.content();
        String summary = SearchField.SUMMARY.textOf(stored);
        return new Item(
                IndexedCase.CASE,
                content.id().value(),
                content.title(),
                excerpt(summary.isEmpty() ? SearchField.PRACTICE.textOf(stored) : summary),
                content.path(),
                Stream.of(content.originUnits(), content.leadUnits(), content.supportingUnits())
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                stored.document(),
                content.lines(),
                link(stored.document(), content.lines()),
                highlights.of(asked, stored),
                LeftOut.of(asked, stored));
    }

    private Item item(StoredRecord stored, AnalysedQuery asked) {
        RecordText text = RecordText.of(stored.content());
        Map<SearchField, String> contents = Arrays.stream(SearchField.values())
                .collect(Collectors.toMap(Function.identity(), field -> RecordText.ofField(stored, field)));
        return new Item(
                stored.kind().slug(),
                stored.id(),
                text.title(),
                excerpt(text.text()),
                text.path(),
                text.units(),
                stored.document(),
                text.lines(),
                link(stored.document(), text.lines()),
                highlights.of(asked, contents),
                LeftOut.of(asked, contents.values()));
    }

    private static String link(DocumentReference document, LineRange lines) {
        return "/api/ingest/v1/documents/" + document.source() + "/text#L" + lines.first();
    }

    private static @Nullable String excerpt(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
