package io.casewire.replication.ledger;

import io.casewire.contracts.id.ObligationId;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Ledger.Answer;
import io.casewire.replication.ledger.Ledger.Order;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Steps of many lines at once, over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/obligations/transitions")
final class BulkController {
    private static final int MAX_STEPS = 500;

    private final Ledger ledger;

    BulkController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A step of one line, as sent; the two headers of a single step are properties here. */
    record StepRequest(
            @Nullable String id,
            @Nullable String to,
            @Nullable String outcome,
            @Nullable String explanation,
            @Nullable String reason,
            @Nullable List<@Nullable String> evidence,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey) {
        private Order order() {
            if (id == null) {
                throw Problems.badRequest("'id' says whose step it is.");
            }
            return new Order(
                    Answers.id(id),
                    new TransitionRequest(to, outcome, explanation, reason, evidence).report(),
                    IfMatch.revision(ifMatch),
                    Answers.key(idempotencyKey));
        }
    }

    /** The body; an object, so that it can say more one day. */
    record StepsRequest(@Nullable List<@Nullable StepRequest> steps) {
        private List<@Nullable StepRequest> read() {
            if (steps == null || steps.isEmpty() || steps.size() > MAX_STEPS) {
                throw Problems.badRequest("'steps' are 1 to " + MAX_STEPS + " steps in one request.");
            }
            return steps;
        }
    }

    /** A step as read; it has either an order or what keeps it from being one. */
    private record Read(
            @Nullable String id,
            @Nullable Order order,
            @Nullable ProblemDetail problem) {
        static Read of(@Nullable StepRequest step, Set<ObligationId> lines) {
            String id = step == null ? null : step.id();
            try {
                if (step == null) {
                    throw Problems.badRequest("A step is an object.");
                }
                Order order = step.order();
                if (!lines.add(order.id())) {
                    throw Problems.refused(
                            HttpStatus.UNPROCESSABLE_CONTENT, "line-repeated", "A line takes one step in a request.");
                }
                return new Read(id, order, null);
            } catch (ErrorResponseException e) {
                return new Read(id, null, e.getBody());
            }
        }
    }

    /**
     * Takes steps of many lines in one request.
     *
     * @param dryRun judges each step and takes none; what a line would be is answered, with 200 whatever is refused
     * @param partial takes those that may be taken where others may not; otherwise none is taken then, and 422 says so
     */
    @PostMapping
    @Described(body = BulkResults.class)
    ResponseEntity<?> move(
            @RequestBody StepsRequest request,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            Caller caller) {
        Set<ObligationId> lines = new HashSet<>();
        List<Read> read =
                request.read().stream().map(step -> Read.of(step, lines)).toList();
        List<Order> orders =
                read.stream().flatMap(each -> Stream.ofNullable(each.order())).toList();
        Bulk bulk = dryRun ? Bulk.DRY_RUN : bulk(partial, orders.size() == read.size());
        Iterator<Optional<Answer>> answers =
                ledger.takeAll(orders, caller, bulk).iterator();
        BulkResults results = BulkResults.of(
                dryRun,
                read.stream()
                        .map(each -> each.problem() == null
                                ? BulkResults.Line.of(String.valueOf(each.id()), answers.next(), dryRun)
                                : BulkResults.Line.refused(each.id(), each.problem()))
                        .toList());
        return results.taken() == 0 && results.refused() > 0 && !partial && !dryRun
                ? refusal(results)
                : ResponseEntity.ok(results);
    }

    private static Bulk bulk(boolean partial, boolean allRead) {
        if (partial) {
            return Bulk.WHAT_CAN_BE;
        }
        return allRead ? Bulk.ALL_OR_NONE : Bulk.NONE;
    }

    private static ResponseEntity<ProblemDetail> refusal(BulkResults results) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "steps-refused",
                "None was taken, as " + results.refused() + " of "
                        + results.results().size() + " may not be; partial=true takes the others.");
        problem.setProperty("results", results.results());
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
