package io.casewire.ingest.publish;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.ingest.audit.Reasons;
import io.casewire.serving.openapi.Described;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An operator takes a record back or makes it valid again. */
@RestController
@RequestMapping(WithdrawalsController.PATH)
class WithdrawalsController {
    static final String PATH = "/api/ingest/v1/records";

    private final Withdrawals withdrawals;

    WithdrawalsController(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    /** Why; it goes to everybody who has the record. */
    record Reason(@Nullable String reason) {}

    /**
     * What became of it.
     *
     * @param outcome {@code KEPT} means that it is told as soon as Kafka takes it
     */
    record Answer(String id, Publisher.Outcome outcome) {}

    /** Withdraws a record, with a reason. */
    @PostMapping("/{id}/withdraw")
    @Described(status = {200, 202})
    ResponseEntity<Answer> withdraw(@PathVariable String id, @RequestBody Reason reason, Caller caller) {
        String stated = Reasons.stated("A withdrawal", reason.reason());
        return answer(id, withdrawals.withdraw(id, stated, caller.subject()));
    }

    /** Publishes a withdrawn record again, with a reason. */
    @PostMapping("/{id}/restore")
    @Described(status = {200, 202})
    ResponseEntity<Answer> restore(
            @PathVariable String id, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        String stated = Reasons.optional("Restoring a record", reason);
        return answer(id, withdrawals.restore(id, stated, caller.subject()));
    }

    private static ResponseEntity<Answer> answer(String id, Publisher.Outcome outcome) {
        HttpStatus status =
                switch (outcome) {
                    case PUBLISHED, NOTHING_TO_DO -> HttpStatus.OK;
                    case KEPT -> HttpStatus.ACCEPTED;
                };
        return ResponseEntity.status(status).body(new Answer(id, outcome));
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
