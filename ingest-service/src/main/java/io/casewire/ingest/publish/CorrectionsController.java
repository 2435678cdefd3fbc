package io.casewire.ingest.publish;

import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.audit.AuditTrail.Decided;
import io.casewire.ingest.audit.Reasons;
import io.casewire.ingest.correction.Correction;
import io.casewire.ingest.correction.Fields;
import io.casewire.ingest.publish.CorrectedRecords.Subject;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.InvisibleCharacters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** People put values in the place of parsed ones, and take them back. */
@RestController
@RequestMapping(WithdrawalsController.PATH + "/{id}/corrections")
class CorrectionsController {
    private static final String WHAT = "A correction";

    private final CorrectedRecords records;
    private final AuditTrail audit;

    CorrectionsController(CorrectedRecords records, AuditTrail audit) {
        this.records = records;
        this.audit = audit;
    }

    /**
     * What is to be corrected.
     *
     * @param field JSON pointer, for example {@code /title}
     * @param value {@code null} for a field that is to be absent
     */
    record Request(
            @Nullable String field,
            @Nullable JsonNode value,
            @Nullable String reason) {}

    /**
     * A correction.
     *
     * @param parsed the value it replaced; null where the parser found none
     * @param parsedNow what the parser finds there now, where that is something else
     * @param by null for who may not know
     * @param reason null for who may not know
     */
    record Shown(
            String field,
            JsonNode value,
            @Nullable JsonNode parsed,
            @Nullable JsonNode parsedNow,
            Instant at,
            @Nullable String by,
            @Nullable String reason) {
        static Shown of(Correction correction, Subject subject, boolean all) {
            JsonNode value = json(correction.value());
            JsonNode parsed = correction.parsed() == null ? NullNode.getInstance() : json(correction.parsed());
            JsonNode now = Fields.valueOf(subject.parsed(), correction.field());
            return new Shown(
                    correction.field(),
                    value,
                    parsed.isNull() ? null : parsed,
                    ContentDigest.canonical(now).equals(ContentDigest.canonical(parsed)) ? null : now,
                    correction.at(),
                    all ? correction.by() : null,
                    all ? correction.reason() : null);
        }

        private static JsonNode json(String kept) {
            return WireJson.mapper().readTree(kept);
        }
    }

    /** The corrections that hold of a record. */
    record Listed(String id, List<Shown> items) {}

    /** @param outcome {@code NOTHING_TO_DO} means that nothing of it is published, or that it says so already */
    record Answer(String id, String field, Publisher.Outcome outcome) {}

    /** The corrections of a record, by whom only to those who may know. */
    @GetMapping
    Listed list(@PathVariable String id, Optional<Caller> caller) {
        Subject subject = records.subject(id);
        boolean all = caller.filter(it -> it.has(Role.OPERATOR, Role.PUBLISHER, Role.AUDITOR))
                .isPresent();
        return new Listed(
                id,
                records.of(id).stream()
                        .map(correction -> Shown.of(correction, subject, all))
                        .toList());
    }

    /** Corrects a field of a record, with a reason; kept when its document is read again. */
    @PostMapping
    @Described(status = {200, 202})
    ResponseEntity<Answer> correct(@PathVariable String id, @RequestBody Request request, Caller caller) {
        String reason = Reasons.stated(WHAT, request.reason());
        String field = request.field();
        if (field == null) {
            throw Problems.badRequest(WHAT + " names a field, for example /title.");
        }
        JsonNode value = whole(request.value() == null ? NullNode.getInstance() : request.value());
        Subject subject = records.subject(id);
        requireValid(subject);
        return answer(
                id,
                field,
                audit.keeping(
                        new Decided(
                                caller.subject(), Act.CORRECT, id, subject.document(), reason, field + " = " + value),
                        () -> records.correct(subject, field, value, caller.subject(), reason)));
    }

    /** Takes a correction back, so that what was read stands again. */
    @DeleteMapping
    @Described(status = {200, 202})
    ResponseEntity<Answer> takeBack(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        String stated = Reasons.stated("Taking a correction back", reason);
        Subject subject = records.subject(id);
        List<String> fields = records.of(id).stream().map(Correction::field).toList();
        String asked = field == null ? "" : field;
        Correction correction =
                records.find(id, asked).orElseThrow(() -> Unknown.value("corrected field of " + id, asked, fields));
        requireValid(subject);
        return answer(
                id,
                asked,
                audit.keeping(
                        new Decided(caller.subject(), Act.TAKE_BACK, id, subject.document(), stated, asked),
                        () -> records.takeBack(subject, correction)));
    }

    private static JsonNode whole(JsonNode value) {
        String json = value.isString() ? value.asString() : value.toString();
        if (json.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw Problems.badRequest("The value was damaged on its way: it holds half of a character.");
        }
        if (value.isString() && InvisibleCharacters.tellsNothing(json)) {
            throw Problems.badRequest("The value tells a reader nothing; null says that the field is absent.");
        }
        return value;
    }

    private static void requireValid(Subject subject) {
        if (subject.published() != null && subject.published().withdrawn()) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "record-withdrawn", "The record is withdrawn; restore it first.");
        }
    }

    private static ResponseEntity<Answer> answer(String id, String field, Publisher.Outcome outcome) {
        HttpStatus status = outcome == Publisher.Outcome.KEPT ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status).body(new Answer(id, field, outcome));
    }

    /** Who may correct records. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        private static final String CORRECTIONS = WithdrawalsController.PATH + "/*/corrections";

        @Bean
        AccessRules correctionRules() {
            return requests -> requests.requestMatchers(HttpMethod.POST, CORRECTIONS)
                    .hasAnyRole(Role.OPERATOR.name(), Role.PUBLISHER.name())
                    .requestMatchers(HttpMethod.DELETE, CORRECTIONS)
                    .hasAnyRole(Role.OPERATOR.name(), Role.PUBLISHER.name());
        }
    }
}
