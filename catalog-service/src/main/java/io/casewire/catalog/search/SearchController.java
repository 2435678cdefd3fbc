package io.casewire.catalog.search;

import io.casewire.catalog.adoption.Adoptions;
import io.casewire.catalog.adoption.StoredAdoption;
import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.gazetteer.Place;
import io.casewire.serving.request.TakesParameters;
import io.casewire.text.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    private final Adoptions adoptions;
    private final Highlights highlights;

    SearchController(CaseSearch search, Cases cases, Adoptions adoptions, Highlights highlights) {
        this.search = search;
        this.cases = cases;
        this.adoptions = adoptions;
        this.highlights = highlights;
    }

    /**
     * A page of a search.
     *
     * @param total cases on all pages, every telling of an innovation counted
     * @param facets counts by facet, the highest first; those of a facet that is filtered by ignore its own filter
     * @param next cursor of the next page; absent on the last
     * @param query how the words were understood; absent without any
     */
    record Answer(
            List<FoundCase> items,
            long total,
            Map<String, List<FacetCounts.Count>> facets,
            @Nullable String next,
            @Nullable Understood query) {}

    /**
     * How a query was understood.
     *
     * @param words what was looked for as text
     * @param places zones, areas and regions, which weigh as filters would
     * @param units keys of units; who is responsible comes first
     * @param unknown stretches that stand in no case at all
     * @param didYouMean the query with one character put right, which is what was looked for; absent where none was wrong
     */
    record Understood(
            List<String> words,
            List<String> excluded,
            List<String> places,
            List<String> units,
            List<String> unknown,
            @Nullable String didYouMean) {
        static Understood of(AnalysedQuery asked) {
            return new Understood(
                    asked.words().stream().map(TypedQuery.Part::text).toList(),
                    asked.excluded(),
                    asked.places().stream().map(Place::name).toList(),
                    asked.units(),
                    asked.unknown(),
                    asked.corrected());
        }
    }

    /** What the catalogue holds; withdrawn cases are not counted. */
    record Overview(
            long cases,
            long documents,
            List<FacetCounts.Count> domains,
            List<FacetCounts.Count> zones,
            List<FoundCase> latest) {}

    /** Searches and filters cases, with counts by facet. */
    @GetMapping("/cases")
    @TakesParameters(CaseQuery.Parameters.class)
    Answer cases(@RequestParam MultiValueMap<String, String> parameters) {
        CaseQuery query = CaseQuery.of(parameters);
        CaseSearch.Page page = search.page(query);
        AnalysedQuery asked = page.asked();
        return new Answer(
                items(page.hits(), asked),
                page.total(),
                page.facets(),
                page.next(),
                asked == null ? null : Understood.of(asked));
    }

    /** How much the catalogue holds, and its newest cases. */
    @GetMapping("/counts")
    Overview counts() {
        CaseSearch.Page newest = search.page(CaseQuery.newest(LATEST));
        return new Overview(
                newest.total(),
                search.counts(Facet.DOCUMENT).size(),
                search.counts(Facet.DOMAIN),
                search.counts(Facet.ZONE),
                items(newest.hits(), null));
    }

    private List<FoundCase> items(List<CaseSearch.Hit> hits, @Nullable AnalysedQuery asked) {
        Map<String, StoredCase> stored = new HashMap<>();
        List<String> ids = hits.stream()
                .flatMap(hit -> Stream.concat(Stream.of(hit.id()), hit.tellings().stream()))
                .toList();
        cases.findAll(ids).forEach(found -> stored.put(found.content().id().value(), found));
        Map<String, StoredAdoption> adopted = adoptions.of(ids);
        // what was dropped from the store a moment ago is passed over
        return hits.stream()
                .filter(hit -> stored.containsKey(hit.id()))
                .map(hit -> item(hit, stored, adopted.get(hit.id()), asked))
                .toList();
    }

    private FoundCase item(
            CaseSearch.Hit hit,
            Map<String, StoredCase> stored,
            @Nullable StoredAdoption adopted,
            @Nullable AnalysedQuery asked) {
        StoredCase found = Objects.requireNonNull(stored.get(hit.id()));
        return FoundCase.of(
                found,
                adopted,
                asked == null ? Map.of() : highlights.of(asked, found),
                asked == null ? List.of() : LeftOut.of(asked, found),
                hit.tellings().stream()
                        .map(stored::get)
                        .filter(Objects::nonNull)
                        .map(FoundCase.Telling::of)
                        .toList());
    }
}
