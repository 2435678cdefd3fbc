package io.casewire.catalog.search;

import io.casewire.catalog.casefile.Cases;
import io.casewire.serving.request.TakesParameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching and counting. Every parameter is checked by {@link CaseQuery}. */
@RestController
@RequestMapping("/api/catalog/v1")
final class SearchController {
    private static final int LATEST = 5;

    private final CaseSearch search;
    private final Cases cases;
    private final Highlights highlights;

    SearchController(CaseSearch search, Cases cases, Highlights highlights) {
        this.search = search;
        this.cases = cases;
        this.highlights = highlights;
    }

    /**
     * A page of a search.
     *
     * @param total cases on all pages
     * @param facets counts by facet, the highest first; those of a facet that is filtered by ignore its own filter
     * @param next cursor of the next page; absent on the last
     */
    record Answer(
            List<FoundCase> items,
            long total,
            Map<String, List<FacetCounts.Count>> facets,
            @Nullable String next) {}

    /** What the catalogue holds; withdrawn cases are not counted. */
    record Overview(
            long cases,
            long documents,
            List<FacetCounts.Count> domains,
            List<FacetCounts.Count> zones,
            List<FoundCase> latest) {}

    @GetMapping("/cases")
    @TakesParameters(CaseQuery.Parameters.class)
    Answer cases(@RequestParam MultiValueMap<String, String> parameters) {
        CaseQuery query = CaseQuery.of(parameters);
        CaseSearch.Page page = search.page(query);
        return new Answer(items(page.ids(), query.text()), page.total(), page.facets(), page.next());
    }

    @GetMapping("/counts")
    Overview counts() {
        CaseSearch.Page newest = search.page(CaseQuery.newest(LATEST));
        return new Overview(
                newest.total(),
                search.counts(Facet.DOCUMENT).size(),
                search.counts(Facet.DOMAIN),
                search.counts(Facet.ZONE),
                items(newest.ids(), null));
    }

    private List<FoundCase> items(List<String> ids, @Nullable QueryText text) {
        return cases.findAll(ids).stream()
                .map(stored -> FoundCase.of(stored, text == null ? Map.of() : highlights.of(text, stored)))
                .toList();
    }
}
