package io.casewire.replication.delegation;

import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Answers;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.ledger.LedgerLine;
import io.casewire.replication.ledger.Parts;
import io.casewire.replication.request.Choices;
import io.casewire.replication.request.Texts;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parts of lines over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/obligations/{id}")
final class DelegationController {
    private static final String WHY = "A line is handed down or taken back for a reason.";
    private static final int MAX_DEPARTMENT = 200;

    private final Delegations delegations;
    private final Parts parts;
    private final Gazetteer gazetteer;
    private final Deadlines deadlines;
    private final Answers answers;

    DelegationController(
            Delegations delegations, Parts parts, Gazetteer gazetteer, Deadlines deadlines, Answers answers) {
        this.delegations = delegations;
        this.parts = parts;
        this.gazetteer = gazetteer;
        this.deadlines = deadlines;
        this.answers = answers;
    }

    /**
     * Whom to hand a line down to, one of both.
     *
     * @param to six digits: a prefecture, county, zone or area that lies in the region
     * @param department an office of the region
     * @param reason why, required
     */
    record Order(
            @Nullable String to,
            @Nullable String department,
            @Nullable String reason) {}

    /** @param reason why, required */
    record Withdrawal(@Nullable String reason) {}

    record PartLines(List<LedgerLine> items) {}

    /** The parts that hold, all of them: there are few. */
    @GetMapping("/delegations")
    PartLines list(@PathVariable String id) {
        LocalDate today = deadlines.today();
        return new PartLines(parts.of(Answers.id(id)).stream()
                .map(part -> deadlines.brief(part, today))
                .toList());
    }

    /** Hands a line down to a place in the region or to an office. */
    @PostMapping("/delegations")
    @Described(status = 201)
    ResponseEntity<LedgerLine> delegate(@PathVariable String id, @RequestBody Order order, Caller caller) {
        ObligationId of = Answers.id(id);
        Delegate delegate = delegate(order);
        return answers.whole(
                HttpStatus.CREATED, delegations.delegate(of, delegate, caller, Texts.reason(order.reason(), WHY)));
    }

    /** Takes a part back; {@code id} is the part's. */
    @PostMapping("/withdrawal")
    ResponseEntity<LedgerLine> takeBack(@PathVariable String id, @RequestBody Withdrawal withdrawal, Caller caller) {
        return answers.whole(
                HttpStatus.OK, delegations.takeBack(Answers.id(id), caller, Texts.reason(withdrawal.reason(), WHY)));
    }

    private Delegate delegate(Order order) {
        String region = Choices.region(order.to(), gazetteer);
        String department = Texts.visible("department", order.department(), MAX_DEPARTMENT);
        if ((region == null) == (department == null)) {
            throw Problems.badRequest("Either 'to', the code of a region, or 'department' says whom it is handed to.");
        }
        return department == null
                ? new Delegate.Part(gazetteer.place(String.valueOf(region)).orElseThrow(), gazetteer)
                : new Delegate.Office(department);
    }
}
