package io.casewire.catalog.lineage;

import io.casewire.contracts.id.CaseId;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The tellings of a case's innovation. */
@RestController
final class LineageController {
    private final Lineages lineages;

    LineageController(Lineages lineages) {
        this.lineages = lineages;
    }

    /** All tellings of the same innovation, by confirmed links, in the order of time. */
    @GetMapping("/api/catalog/v1/cases/{id}/lineage")
    Lineage lineage(@PathVariable String id) {
        CaseId caseId = id(id);
        return lineages.of(caseId).orElseThrow(() -> Problems.notFound("case", caseId.value()));
    }

    private static CaseId id(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("id", "It is not the id of a case: case- and 26 letters and digits.");
        }
    }
}
