package io.casewire.ingest.publish;

import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.messaging.PublishFailed;
import io.casewire.serving.problem.Problems;
import io.casewire.text.InvisibleCharacters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An operator takes a record back or makes it valid again. */
@RestController
@RequestMapping(WithdrawalsController.PATH)
class WithdrawalsController {
    static final String PATH = "/api/ingest/v1/records";

    private static final int MAX_REASON = 2000;

    private final Withdrawals withdrawals;

    WithdrawalsController(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    /** Why; it goes to everybody who has the record. */
    record Reason(@Nullable String reason) {
        // not by the constructor, which is called before an unknown property is seen
        String stated() {
            if (reason == null || reason.length() > MAX_REASON || InvisibleCharacters.tellsNothing(reason)) {
                throw Problems.badRequest(
                        "A withdrawal needs a reason in words, of at most " + MAX_REASON + " characters.");
            }
            return reason.strip();
        }
    }

    /**
     * What became of it.
     *
     * @param outcome {@code KEPT} means that it is told as soon as Kafka takes it
     */
    record Answer(String id, Publisher.Outcome outcome) {}

    @PostMapping("/{id}/withdraw")
    ResponseEntity<Answer> withdraw(@PathVariable String id, @RequestBody Reason reason) {
        return answer(id, withdrawals.withdraw(id, reason.stated(), newCorrelationId()));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<Answer> restore(@PathVariable String id) {
        return answer(id, withdrawals.restore(id, newCorrelationId()));
    }

    @ExceptionHandler
    ProblemDetail on(UnknownRecord e) {
        return problem(HttpStatus.NOT_FOUND, "record-unknown", "There is no such record", e.getMessage());
    }

    @ExceptionHandler({DocumentBusy.class, PublishFailed.class})
    ResponseEntity<ProblemDetail> onDelay() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too-busy",
                        "The service has enough to do at this moment",
                        "Something else of this record's document is being published. Nothing was changed."));
    }

    private static ResponseEntity<Answer> answer(String id, Publisher.Outcome outcome) {
        HttpStatus status =
                switch (outcome) {
                    case PUBLISHED, NOTHING_TO_DO -> HttpStatus.OK;
                    case KEPT -> HttpStatus.ACCEPTED;
                };
        return ResponseEntity.status(status).body(new Answer(id, outcome));
    }

    private static String newCorrelationId() {
        return UUID.randomUUID().toString();
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, @Nullable String detail) {
        ProblemDetail problem = Problems.problem(status, slug, detail == null ? title + "." : detail);
        problem.setTitle(title);
        return problem;
    }

    /** Who may decide about records. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        AccessRules recordRules() {
            return requests -> requests.requestMatchers(HttpMethod.POST, PATH + "/*/withdraw", PATH + "/*/restore")
                    .hasRole(Role.OPERATOR.name());
        }
    }
}
