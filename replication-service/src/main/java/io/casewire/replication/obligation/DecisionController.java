package io.casewire.replication.obligation;

import io.casewire.contracts.id.CaseId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Answers;
import io.casewire.replication.ledger.LedgerLine;
import io.casewire.replication.request.Choices;
import io.casewire.replication.request.Texts;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Obligations by hand over HTTP, for coordinators and operators. */
@RestController
@RequestMapping("/api/replication/v1/obligations")
final class DecisionController {
    private static final String WHY = "An obligation is added or waived for a reason.";

    private final Decisions decisions;
    private final Cases cases;
    private final Gazetteer gazetteer;
    private final Answers answers;

    DecisionController(Decisions decisions, Cases cases, Gazetteer gazetteer, Answers answers) {
        this.decisions = decisions;
        this.cases = cases;
        this.gazetteer = gazetteer;
        this.answers = answers;
    }

    /**
     * An obligation to add.
     *
     * @param caseId of the case
     * @param region six digits
     * @param reason why, required
     */
    record Addition(
            @Nullable String caseId,
            @Nullable String region,
            @Nullable String reason) {}

    /** @param reason why, required */
    record Waiver(@Nullable String reason) {}

    /** Adds a line by hand, with a reason. */
    @PostMapping
    @Described(status = 201)
    ResponseEntity<LedgerLine> add(@RequestBody Addition addition, Caller caller) {
        String reason = Texts.reason(addition.reason(), WHY);
        String given = addition.caseId();
        String region = Choices.region(addition.region(), gazetteer);
        if (given == null || region == null) {
            throw Problems.badRequest("'caseId' and 'region' say what is asked of whom.");
        }
        CaseFile file = cases.find(caseId(given)).orElseThrow(() -> Problems.notFound("case", given));
        return gazetteer
                .place(region)
                .map(place -> answers.whole(HttpStatus.CREATED, decisions.add(file, place, caller.subject(), reason)))
                .orElseThrow();
    }

    /** Waives a line by hand, with a reason. */
    @PostMapping("/{id}/waiver")
    ResponseEntity<LedgerLine> waive(@PathVariable String id, @RequestBody Waiver waiver, Caller caller) {
        return answers.whole(
                HttpStatus.OK, decisions.waive(Answers.id(id), caller.subject(), Texts.reason(waiver.reason(), WHY)));
    }

    private static CaseId caseId(String given) {
        try {
            return new CaseId(given);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("case", given);
        }
    }
}
