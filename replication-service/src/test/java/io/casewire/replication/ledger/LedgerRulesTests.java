package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerRulesTests {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String HUNAN = "430000";
    private static final String REPORTER = "report@hunan";
    private static final String REVIEWER = "review@centre";

    /** From each status, what may follow; nothing else may. */
    private static final Map<Status, Set<Status>> TABLE = Map.of(
            Status.UNKNOWN, Set.of(Status.NOT_STARTED, Status.IN_PROGRESS, Status.SUBMITTED),
            Status.NOT_STARTED, Set.of(Status.IN_PROGRESS, Status.SUBMITTED),
            Status.IN_PROGRESS, Set.of(Status.SUBMITTED),
            Status.SUBMITTED, Set.of(Status.IN_PROGRESS, Status.RETURNED, Status.CLOSED),
            Status.RETURNED, Set.of(Status.IN_PROGRESS, Status.SUBMITTED),
            Status.CLOSED, Set.of(Status.REOPENED),
            Status.REOPENED, Set.of(Status.IN_PROGRESS, Status.SUBMITTED));

    private static final Set<Status> REVIEWS = Set.of(Status.RETURNED, Status.CLOSED, Status.REOPENED);

    static Stream<Arguments> everyPairAndRole() {
        return Arrays.stream(Status.values()).flatMap(from -> Arrays.stream(Status.values())
                .flatMap(to -> Arrays.stream(Role.values()).map(role -> Arguments.of(from, to, role))));
    }

    @ParameterizedTest
    @MethodSource("everyPairAndRole")
    void onlyStepsOfTheTableAreTakenAndOnlyByTheirSide(Status from, Status to, Role role) {
        boolean reviewer = role == Role.COORDINATOR || role == Role.OPERATOR;
        boolean mayAct = reviewer || (role == Role.REGION && !REVIEWS.contains(to));
        Optional<Rule> broken = broken(entry(from), caller(REVIEWER, role, HUNAN), everythingSaid(from, to));
        if (!mayAct) {
            assertThat(broken).contains(Rule.ROLE_MAY_NOT);
        } else if (TABLE.getOrDefault(from, Set.of()).contains(to)) {
            assertThat(broken).isEmpty();
        } else {
            assertThat(broken).contains(Rule.NO_SUCH_STEP);
        }
    }

    @ParameterizedTest
    @CsvSource({"430000, true", "420000, false", "430600, false", "431000, false"})
    void aRegionChangesExactlyItsOwnCode(String region, boolean allowed) {
        Optional<Rule> broken =
                broken(entry(Status.UNKNOWN), caller(REPORTER, Role.REGION, region), said(Status.NOT_STARTED));
        assertThat(broken).isEqualTo(allowed ? Optional.empty() : Optional.of(Rule.NOT_YOUR_REGION));
    }

    @Test
    void aPersonWhoIsBothReviewsNoReportOfTheirOwn() {
        Caller both = new Caller(REPORTER, Set.of(Role.REGION, Role.COORDINATOR), HUNAN, null);
        assertThat(broken(entry(Status.SUBMITTED), both, everythingSaid(Status.SUBMITTED, Status.CLOSED)))
                .contains(Rule.REVIEWER_IS_REPORTER);
        assertThat(broken(entry(Status.SUBMITTED), both, everythingSaid(Status.SUBMITTED, Status.RETURNED)))
                .contains(Rule.REVIEWER_IS_REPORTER);
    }

    static Stream<Arguments> whatAStepMustSay() {
        return Stream.of(
                Arguments.of(Status.UNKNOWN, report(Status.IN_PROGRESS, null, null, null), Rule.EXPLANATION_MISSING),
                Arguments.of(Status.IN_PROGRESS, report(Status.SUBMITTED, null, null, null), Rule.EXPLANATION_MISSING),
                Arguments.of(
                        Status.IN_PROGRESS,
                        report(Status.SUBMITTED, Outcome.ADOPTED, "做了", null),
                        Rule.EVIDENCE_MISSING),
                Arguments.of(
                        Status.IN_PROGRESS,
                        report(Status.SUBMITTED, Outcome.PARTIAL, "做了", null),
                        Rule.EVIDENCE_MISSING),
                Arguments.of(
                        Status.IN_PROGRESS,
                        report(Status.SUBMITTED, Outcome.NOT_APPLICABLE, "无口岸", null),
                        Rule.REASON_MISSING),
                Arguments.of(
                        Status.IN_PROGRESS,
                        report(Status.SUBMITTED, Outcome.SUPERSEDED, "做了", null),
                        Rule.OUTCOME_OUT_OF_PLACE),
                Arguments.of(
                        Status.UNKNOWN,
                        report(Status.SUBMITTED, Outcome.ADOPTED, "做了", null, "https://example.org/1"),
                        Rule.OUTCOME_OUT_OF_PLACE),
                Arguments.of(
                        Status.UNKNOWN,
                        report(Status.NOT_STARTED, Outcome.ADOPTED, null, null),
                        Rule.OUTCOME_OUT_OF_PLACE),
                Arguments.of(Status.SUBMITTED, report(Status.CLOSED, null, null, null), Rule.OUTCOME_MISSING),
                Arguments.of(
                        Status.SUBMITTED, report(Status.CLOSED, Outcome.ADOPTED, null, null), Rule.EVIDENCE_MISSING),
                Arguments.of(
                        Status.SUBMITTED,
                        report(Status.CLOSED, Outcome.NOT_APPLICABLE, null, null),
                        Rule.REASON_MISSING),
                Arguments.of(Status.SUBMITTED, report(Status.RETURNED, null, "看过", null), Rule.REASON_MISSING),
                Arguments.of(Status.SUBMITTED, report(Status.IN_PROGRESS, null, "再改", null), Rule.REASON_MISSING),
                Arguments.of(
                        Status.SUBMITTED,
                        report(Status.IN_PROGRESS, Outcome.ADOPTED, "再改", "数字有误"),
                        Rule.OUTCOME_OUT_OF_PLACE),
                Arguments.of(Status.CLOSED, report(Status.REOPENED, null, "看过", null), Rule.REASON_MISSING));
    }

    @ParameterizedTest
    @MethodSource("whatAStepMustSay")
    void aStepThatSaysTooLittleIsRefusedByName(Status from, Report report, Rule rule) {
        assertThat(broken(entry(from), caller(REVIEWER, Role.COORDINATOR, null), report))
                .contains(rule);
    }

    @Test
    void theReviewerConfirmsWhatWasSubmittedWithoutRepeatingIt() {
        Entry submitted = after(
                entry(Status.IN_PROGRESS),
                caller(REPORTER, Role.REGION, HUNAN),
                report(Status.SUBMITTED, Outcome.ADOPTED, "全省推开", null, "湘政办发〔2023〕1号"));
        Entry closed =
                after(submitted, caller(REVIEWER, Role.COORDINATOR, null), report(Status.CLOSED, null, null, null));
        assertThat(closed.obligation().status()).isEqualTo(Status.CLOSED);
        assertThat(closed.obligation().outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(closed.obligation().assurance()).isEqualTo(Assurance.VERIFIED);
        assertThat(closed.steps().getLast().step().explanation()).isEqualTo("全省推开");
        assertThat(closed.steps().getLast().step().evidence()).containsExactly("湘政办发〔2023〕1号");
        assertThat(closed.closedAt()).contains(NOW);
        assertThat(closed.revision()).isEqualTo(submitted.revision() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "false, ADOPTED,        REPORTED,     NONE,      EVIDENCED",
        "true,  ADOPTED,        VERIFIED,     EVIDENCED, EVIDENCED",
        "false, NOT_APPLICABLE, NONE,         NONE,      EVIDENCED",
        "true,  NOT_APPLICABLE, CONTRADICTED, EVIDENCED, EVIDENCED"
    })
    void ofAReportThatWasTakenBackOnlyWhatDocumentsSayIsLeft(
            boolean evidenced, Outcome outcome, Assurance submitted, Assurance recalled, Assurance later) {
        List<EvidenceId> facts = List.of(EvidenceId.derive("f"));
        Entry begun = entry(Status.IN_PROGRESS);
        Entry reported = after(
                evidenced ? begun.evidencedBy(facts, NOW) : begun,
                caller(REPORTER, Role.REGION, HUNAN),
                report(Status.SUBMITTED, outcome, "做了", "因为", "https://example.org/1"));
        assertThat(reported.obligation().assurance()).isEqualTo(submitted);
        Entry back =
                after(reported, caller(REPORTER, Role.REGION, HUNAN), report(Status.IN_PROGRESS, null, null, "数字有误"));
        assertThat(back.obligation().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(back.obligation().assurance()).isEqualTo(recalled);
        assertThat(back.evidencedBy(facts, NOW).obligation().assurance()).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({"CONTRADICTED, false", "CONTRADICTED, true", "VERIFIED, true"})
    void aReviewerAnswersADocumentThatSaysOtherwise(Assurance assurance, boolean documented) {
        Entry declined = after(
                spokenFor(assurance, documented),
                caller(REPORTER, Role.REGION, HUNAN),
                report(Status.SUBMITTED, Outcome.NOT_APPLICABLE, "无口岸", "没有水运口岸"));
        Caller reviewer = caller(REVIEWER, Role.COORDINATOR, null);
        assertThat(broken(declined, reviewer, report(Status.CLOSED, null, null, null)))
                .contains(Rule.CONTRADICTION_UNANSWERED);
        assertThat(broken(declined, reviewer, report(Status.CLOSED, null, null, "报道所指为邻省")))
                .isEmpty();
        assertThat(broken(
                        declined,
                        reviewer,
                        report(Status.CLOSED, Outcome.ADOPTED, null, null, "https://example.org/1")))
                .as("what the document says needs no answer")
                .isEmpty();
    }

    @Test
    void withoutADocumentTheRegionsReasonIsEnough() {
        Entry declined = after(
                entry(Status.IN_PROGRESS),
                caller(REPORTER, Role.REGION, HUNAN),
                report(Status.SUBMITTED, Outcome.NOT_APPLICABLE, "无口岸", "没有水运口岸"));
        assertThat(broken(declined, caller(REVIEWER, Role.COORDINATOR, null), report(Status.CLOSED, null, null, null)))
                .isEmpty();
    }

    private static Entry spokenFor(Assurance assurance, boolean documented) {
        Obligation o = obligation(Status.IN_PROGRESS, io.casewire.contracts.event.ObligationEvent.Role.ADOPTER);
        return Entry.derived(
                new Obligation(
                        o.id(),
                        o.caseId(),
                        o.caseRevision(),
                        o.caseTitle(),
                        o.domains(),
                        o.regionCode(),
                        o.regionName(),
                        o.role(),
                        o.status(),
                        o.outcome(),
                        assurance,
                        documented ? List.of(EvidenceId.derive("x")) : List.of(),
                        o.strength(),
                        o.since(),
                        o.dueOn()),
                NOW);
    }

    @Test
    void whatWasReopenedHasNoOutcomeAndKeepsEveryStep() {
        Entry reopened = after(
                entry(Status.CLOSED),
                caller(REVIEWER, Role.COORDINATOR, null),
                report(Status.REOPENED, null, null, "佐证材料失实"));
        assertThat(reopened.obligation().outcome()).isNull();
        assertThat(reopened.closedAt()).isEmpty();
        assertThat(reopened.steps()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void theSourceHasNothingToAdopt(Status to) {
        Entry source =
                Entry.derived(obligation(Status.UNKNOWN, io.casewire.contracts.event.ObligationEvent.Role.ORIGIN), NOW);
        assertThat(broken(source, caller(REVIEWER, Role.OPERATOR, null), said(to)))
                .contains(Rule.ORIGIN_HAS_NOTHING_TO_ADOPT);
    }

    @Test
    void whatHasLapsedIsNotMoved() {
        Entry lapsed = entry(Status.UNKNOWN).lapsing(2, "撤回", NOW);
        assertThat(broken(lapsed, caller(REPORTER, Role.REGION, HUNAN), said(Status.NOT_STARTED)))
                .contains(Rule.OBLIGATION_LAPSED);
    }

    private static Optional<Rule> broken(Entry entry, Caller caller, Report report) {
        return LedgerRules.forbids(entry, caller, report.to())
                .or(() -> switch (LedgerRules.judge(entry, caller, report, null, null, NOW)) {
                    case Verdict.Broken(Rule rule) -> Optional.of(rule);
                    case Verdict.Allowed _ -> Optional.empty();
                });
    }

    private static Entry after(Entry entry, Caller caller, Report report) {
        return switch (LedgerRules.judge(entry, caller, report, null, null, NOW)) {
            case Verdict.Broken(Rule rule) -> throw new AssertionError("Broken: " + rule);
            case Verdict.Allowed(Entry after) -> after;
        };
    }

    /** At that status; if it was ever submitted, by {@link #REPORTER} without saying more than must be. */
    private static Entry entry(Status status) {
        Entry entry = Entry.derived(obligation(status, io.casewire.contracts.event.ObligationEvent.Role.ADOPTER), NOW);
        Step submission = new Step(Status.IN_PROGRESS, Status.SUBMITTED, null, REPORTER, NOW, "做了", null, List.of());
        return switch (status) {
            case UNKNOWN, NOT_STARTED, IN_PROGRESS -> entry;
            case SUBMITTED, RETURNED, CLOSED, REOPENED ->
                new Entry(
                        entry.obligation(),
                        1,
                        null,
                        List.of(new Entry.TakenStep(submission, 1, null, null, null)),
                        NOW,
                        NOW);
        };
    }

    private static Obligation obligation(Status status, io.casewire.contracts.event.ObligationEvent.Role role) {
        return new Obligation(
                ObligationId.derive("x"),
                CaseId.derive("x"),
                1,
                "案例",
                List.of(Domain.TRADE),
                HUNAN,
                "湖南省",
                role,
                status,
                status == Status.CLOSED ? Outcome.ADOPTED : null,
                Assurance.NONE,
                List.of(),
                null,
                "2023",
                null);
    }

    private static Caller caller(String subject, Role role, @Nullable String region) {
        return new Caller(subject, Set.of(role), region, role == Role.AGENCY ? "长沙海关" : null);
    }

    /** A report that breaks no rule but those of the table. */
    private static Report everythingSaid(Status from, Status to) {
        boolean begun = from != Status.UNKNOWN && from != Status.NOT_STARTED;
        Outcome outcome =
                switch (to) {
                    case SUBMITTED -> begun ? Outcome.ADOPTED : Outcome.NOT_APPLICABLE;
                    case CLOSED -> Outcome.ADOPTED;
                    case UNKNOWN, NOT_STARTED, IN_PROGRESS, RETURNED, REOPENED -> null;
                };
        return report(to, outcome, "做了", "因为", "https://example.org/evidence");
    }

    private static Report said(Status to) {
        return report(to, null, "做了", "因为", "https://example.org/evidence");
    }

    private static Report report(
            Status to,
            @Nullable Outcome outcome,
            @Nullable String explanation,
            @Nullable String reason,
            String... evidence) {
        return new Report(to, outcome, explanation, reason, List.of(evidence));
    }
}
