package io.casewire.replication.statistics;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.obligation.Cases;
import io.casewire.serving.problem.Problems;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The adoption of one case over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/cases")
final class AdoptionController {
    private final Cases cases;
    private final Entries entries;

    AdoptionController(Cases cases, Entries entries) {
        this.cases = cases;
        this.entries = entries;
    }

    @GetMapping("/{id}/adoption")
    CaseAdoption adoption(@PathVariable String id) {
        CaseFile file = cases.find(id(id)).orElseThrow(() -> Problems.notFound("case", id));
        List<ObligationId> ids = file.regions().stream()
                .map(region -> file.obligation(region.code()))
                .toList();
        return CaseAdoption.of(
                file,
                entries.findAll(ids).values().stream().filter(Entry::active).toList());
    }

    private static CaseId id(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("case", id);
        }
    }
}
