package io.casewire.catalog.search;

import io.casewire.catalog.adoption.Adoptions;
import io.casewire.catalog.adoption.StoredAdoption;
import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.id.CaseId;
import io.casewire.serving.page.Page;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What else there is about the same things. */
@RestController
final class RelatedController {
    private static final int MAX_SIZE = 50;

    private final RelatedCases related;
    private final Cases cases;
    private final Adoptions adoptions;

    RelatedController(RelatedCases related, Cases cases, Adoptions adoptions) {
        this.related = related;
        this.cases = cases;
        this.adoptions = adoptions;
    }

    /** The nearest first; none where nothing is near. */
    record Answer(CaseId id, List<FoundCase> items) {}

    /** Cases about the same things, the nearest first. */
    @GetMapping("/api/catalog/v1/cases/{id}/related")
    Answer related(@PathVariable String id, @RequestParam(defaultValue = "5") int size) {
        StoredCase stored = cases.named(id);
        List<String> near = related.of(stored, Page.size(size, MAX_SIZE));
        Map<String, StoredAdoption> adopted = adoptions.of(near);
        return new Answer(
                stored.content().id(),
                cases.findAll(near).stream()
                        .map(found -> FoundCase.of(
                                found, adopted.get(found.content().id().value()), Map.of(), List.of(), List.of()))
                        .toList());
    }
}
