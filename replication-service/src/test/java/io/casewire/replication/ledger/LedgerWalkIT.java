package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.HistoryChain;
import io.casewire.contracts.wire.HistoryChain.Taken;
import io.casewire.identity.Caller;
import io.casewire.replication.RunningService;
import io.casewire.replication.ledger.WorkChange.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random walks of steps, notes and words on work by everybody, against a model that knows the table and who may what, and nothing of how
 * the ledger does it.
 */
class LedgerWalkIT {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final int WALKS = 20;
    private static final int LENGTH = 60;

    private static final Map<Status, Set<Status>> TABLE = Map.of(
            Status.UNKNOWN, Set.of(Status.NOT_STARTED, Status.IN_PROGRESS, Status.SUBMITTED),
            Status.NOT_STARTED, Set.of(Status.IN_PROGRESS, Status.SUBMITTED),
            Status.IN_PROGRESS, Set.of(Status.SUBMITTED),
            Status.SUBMITTED, Set.of(Status.IN_PROGRESS, Status.RETURNED, Status.CLOSED),
            Status.RETURNED, Set.of(Status.IN_PROGRESS, Status.SUBMITTED),
            Status.CLOSED, Set.of(Status.REOPENED),
            Status.REOPENED, Set.of(Status.IN_PROGRESS, Status.SUBMITTED));

    private static final List<Caller> CALLERS = List.of(
            new Caller("report@hunan", Set.of(io.casewire.identity.Role.REGION), "430000", null),
            new Caller("second@hunan", Set.of(io.casewire.identity.Role.REGION), "430000", null),
            new Caller("report@hubei", Set.of(io.casewire.identity.Role.REGION), "420000", null),
            new Caller("review@centre", Set.of(io.casewire.identity.Role.COORDINATOR), null, null),
            new Caller("run@centre", Set.of(io.casewire.identity.Role.OPERATOR), null, null),
            new Caller("read@anywhere", Set.of(io.casewire.identity.Role.READER), null, null),
            new Caller("audit@centre", Set.of(io.casewire.identity.Role.AUDITOR), null, null));

    private final Ledger ledger = RunningService.shared().bean(Ledger.class);
    private final Entries entries = RunningService.shared().bean(Entries.class);

    /** What the model knows of a line. */
    private static final class Model {
        Status status = Status.UNKNOWN;

        @Nullable
        Report submitted;

        String submitter = "";

        @Nullable
        Outcome outcome;

        int steps;

        /** Whether that step may be taken. */
        boolean allows(Caller caller, Report report) {
            boolean reviewer = caller.has(io.casewire.identity.Role.COORDINATOR, io.casewire.identity.Role.OPERATOR);
            boolean reporter = reviewer || "430000".equals(caller.region());
            boolean review =
                    Set.of(Status.RETURNED, Status.CLOSED, Status.REOPENED).contains(report.to());
            if (!(review ? reviewer : reporter)
                    || !TABLE.getOrDefault(status, Set.of()).contains(report.to())) {
                return false;
            }
            return switch (report.to()) {
                case NOT_STARTED -> report.outcome() == null;
                case IN_PROGRESS ->
                    report.outcome() == null
                            && (status == Status.SUBMITTED ? report.reason() != null : report.explanation() != null);
                case SUBMITTED -> report.explanation() != null && submits(report);
                case RETURNED ->
                    report.outcome() == null
                            && report.reason() != null
                            && !caller.subject().equals(submitter);
                case CLOSED -> !caller.subject().equals(submitter) && closes(report);
                case REOPENED -> report.outcome() == null && report.reason() != null;
                case UNKNOWN -> false;
            };
        }

        private boolean submits(Report report) {
            boolean begun = status != Status.UNKNOWN && status != Status.NOT_STARTED;
            return report.outcome() == null
                    ? begun
                    : supported(report.outcome(), report.reason(), report.evidence())
                            && (begun || report.outcome() == Outcome.NOT_APPLICABLE);
        }

        private boolean closes(Report report) {
            Report before = submitted;
            if (before == null) {
                return false;
            }
            Outcome decided = report.outcome() == null ? before.outcome() : report.outcome();
            return decided != null
                    && supported(
                            decided,
                            report.reason() == null ? before.reason() : report.reason(),
                            Stream.concat(before.evidence().stream(), report.evidence().stream())
                                    .toList());
        }

        private static boolean supported(Outcome outcome, @Nullable String reason, List<String> evidence) {
            return switch (outcome) {
                case ADOPTED, PARTIAL -> !evidence.isEmpty();
                case NOT_APPLICABLE -> reason != null;
                case SUPERSEDED -> false;
            };
        }

        void take(Caller caller, Report report) {
            if (report.to() == Status.SUBMITTED) {
                submitted = report;
                submitter = caller.subject();
            }
            Report before = submitted;
            outcome = report.to() != Status.CLOSED
                    ? null
                    : report.outcome() == null && before != null ? before.outcome() : report.outcome();
            status = report.to();
            steps++;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_121, 7, 430_000})
    void everyWalkEndsWhereTheModelSays(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        int refused = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Model model = new Model();
            Entry entry = Entry.derived(line(), START);
            assertThat(entries.write(List.of(new Change(entry, 0, null)))).isTrue();
            for (int i = 1; i <= LENGTH; i++) {
                Caller caller = CALLERS.get(random.nextInt(CALLERS.size()));
                if (random.nextInt(6) == 0) {
                    entry = beside(entry, caller, random);
                    continue;
                }
                Report report = report(random, model.status);
                Entry after = step(entry, caller, report);
                assertThat(after.revision() > entry.revision())
                        .as("walk %d of seed %d: %s wants %s at %s", walk, seed, caller, report, model.status)
                        .isEqualTo(model.allows(caller, report));
                if (after.revision() == entry.revision()) {
                    refused++;
                } else {
                    model.take(caller, report);
                    taken++;
                    assertThat(after.revision()).isEqualTo(entry.revision() + 1);
                    assertThat(after.steps().subList(0, entry.steps().size())).isEqualTo(entry.steps());
                }
                entry = after;
                agrees(entry, model);
            }
            assertThat(HistoryChain.firstBreak(entry.id(), history(entry))).isEmpty();
        }
        // a walk that is refused everywhere, or nowhere, would prove nothing
        assertThat(taken).isGreaterThan(WALKS * 5);
        assertThat(refused).isGreaterThan(WALKS * 5);
    }

    private static void agrees(Entry entry, Model model) {
        assertThat(entry.obligation().status()).isEqualTo(model.status);
        assertThat(entry.obligation().outcome()).isEqualTo(model.outcome);
        assertThat(entry.steps()).hasSize(model.steps);
        assertThat(entry.closedAt().isPresent()).isEqualTo(model.status == Status.CLOSED);
        boolean saysNothing = Set.of(Status.UNKNOWN, Status.NOT_STARTED).contains(model.status);
        if (saysNothing) {
            assertThat(entry.obligation().assurance()).isEqualTo(Assurance.NONE);
        }
        if (model.outcome == Outcome.ADOPTED || model.outcome == Outcome.PARTIAL) {
            assertThat(entry.obligation().assurance()).isEqualTo(Assurance.VERIFIED);
        }
    }

    private Entry step(Entry entry, Caller caller, Report report) {
        return after(ledger.take(entry.id(), caller, report, null, null));
    }

    /** A note or a word on the work: what it changes is neither where the line stands nor a step. */
    private Entry beside(Entry entry, Caller caller, Random random) {
        Entry after = after(
                random.nextBoolean()
                        ? ledger.note(entry.id(), caller, new NoteRequest("消息"), entry.revision(), null)
                        : ledger.work(
                                entry.id(),
                                caller,
                                new WorkChange(
                                        Set.of(Part.PERCENT), new Work(null, null, null, random.nextInt(101), null)),
                                entry.revision(),
                                null));
        assertThat(after.obligation().with((Work) null))
                .isEqualTo(entry.obligation().with((Work) null));
        assertThat(after.steps()).isEqualTo(entry.steps());
        return after;
    }

    /** As the store has it now, which is what the ledger answers. */
    private Entry after(Ledger.Answer answer) {
        Entry said =
                switch (answer) {
                    case Ledger.Answer.Taken(Entry entry) -> entry;
                    case Ledger.Answer.Refused(Entry entry, Rule _) -> entry;
                    case Ledger.Answer.Unknown _ -> throw new AssertionError("The line is there");
                };
        assertThat(entries.find(said.id())).contains(said);
        return said;
    }

    private static List<Taken> history(Entry entry) {
        return Stream.concat(
                        entry.steps().stream().map(step -> new Taken(step.revision(), step.step(), step.chain())),
                        entry.journal().notes().stream()
                                .map(note -> new Taken(note.revision(), note.note(), note.chain())))
                .toList();
    }

    /** Mostly a step that the table knows, so that walks get far; else any. */
    private static Report report(Random random, Status from) {
        List<Status> statuses = random.nextInt(3) == 0
                ? List.of(Status.values())
                : TABLE.getOrDefault(from, Set.of()).stream().sorted().toList();
        Outcome[] outcomes = Outcome.values();
        return new Report(
                statuses.get(random.nextInt(statuses.size())),
                random.nextInt(3) > 0 ? null : outcomes[random.nextInt(outcomes.length)],
                random.nextInt(4) > 0 ? "做了" : null,
                random.nextInt(4) > 0 ? "因为" : null,
                random.nextInt(3) > 0 ? List.of("样发〔2026〕1号") : List.of());
    }

    private static Obligation line() {
        return new Obligation(
                ObligationId.derive("walk", UUID.randomUUID().toString()),
                CaseId.derive("walk", UUID.randomUUID().toString()),
                1,
                "案例",
                List.of(Domain.TRADE),
                "430000",
                "湖南省",
                Role.ADOPTER,
                Status.UNKNOWN,
                null,
                Assurance.NONE,
                List.of(),
                null,
                "2023",
                null);
    }
}
