package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationAssuranceChanged;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.Envelope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastEntryTests {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CHANGES = 200;

    /** What counts see of a line. */
    private record Seen(
            boolean holds,
            Role role,
            Status status,
            @Nullable Outcome outcome,
            Assurance assurance) {
        static Seen of(Entry entry) {
            Obligation o = entry.obligation();
            return new Seen(entry.active(), o.role(), o.status(), o.outcome(), o.assurance());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aLineOfAnEarlierDayIsWhatItWasThen(long seed) {
        Walk walk = new Walk(seed);
        for (int i = 0; i < CHANGES; i++) {
            walk.change();
        }
        Entry kept = stored(walk.entry);
        Entry restored = walk.restored();
        LocalDate last = walk.day();
        for (LocalDate day = LocalDate.ofInstant(BEGIN, CHINA); day.isBefore(last); day = day.plusDays(1)) {
            Seen then = walk.days.floorEntry(day).getValue();
            Instant end = day.plusDays(1).atStartOfDay(CHINA).toInstant();
            assertThat(kept.before(end).map(Seen::of)).as("stored, %s", day).contains(then);
            assertThat(restored.before(end).map(Seen::of))
                    .as("restored, %s", day)
                    .contains(then);
        }
        assertThat(kept.before(walk.now.plusSeconds(1)).map(Seen::of)).contains(Seen.of(walk.entry));
    }

    @Test
    void aLineIsNotThereBeforeTheDayOnWhichItWasDerived() {
        Entry entry = Entry.derived(obligation(), BEGIN);

        assertThat(entry.before(BEGIN)).isEmpty();
        assertThat(entry.before(BEGIN.plusMillis(1))).isPresent();
    }

    @Test
    void aLapsedLineThatIsOlderThanStandingsHeldUntilItsLastChange() {
        Instant lapsed = BEGIN.plus(Duration.ofDays(9));
        Entry old = new Entry(obligation(), 2, "no longer", List.of(), BEGIN, lapsed);

        assertThat(old.before(lapsed).map(Entry::active)).contains(true);
        assertThat(old.before(lapsed.plusMillis(1)).map(Entry::active)).contains(false);
    }

    private static Entry stored(Entry entry) {
        Document document = StoredEntry.fields(entry);
        return StoredEntry.past(document);
    }

    private static Obligation obligation() {
        return new Obligation(
                ObligationId.derive("case", "430000"),
                CaseId.derive("case"),
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
                null,
                null,
                ObligationEvent.Level.PROVINCE,
                "430000",
                null,
                null,
                null);
    }

    /** Something happens to a line now and then, at any hour. */
    private static final class Walk {
        private final Random random;
        private final TreeMap<LocalDate, Seen> days = new TreeMap<>();
        private final List<Envelope<ObligationEvent>> events = new ArrayList<>();
        private Instant now = BEGIN;
        private Entry entry = Entry.derived(obligation(), BEGIN);

        Walk(long seed) {
            random = new Random(seed);
            tell(new ObligationDerived(entry.obligation(), 1));
        }

        void change() {
            now = now.plusSeconds(1 + random.nextInt(60_000));
            switch (random.nextInt(6)) {
                case 0 -> {
                    entry = entry.lapsing(1, "不再适用", now);
                    tell(new ObligationLapsed(entry.obligation(), entry.revision(), "不再适用"));
                }
                case 1 -> {
                    entry = entry.rederived(asRole(entry.obligation(), any(Role.values())), now);
                    tell(new ObligationDerived(entry.obligation(), entry.revision()));
                }
                case 2 -> {
                    entry = entry.evidencedBy(random.nextBoolean() ? List.of(EvidenceId.derive("x")) : List.of(), now);
                    tell(
                            entry.active()
                                    ? new ObligationAssuranceChanged(entry.obligation(), entry.revision())
                                    : new ObligationLapsed(entry.obligation(), entry.revision(), "不再适用"));
                }
                default -> step();
            }
        }

        private void step() {
            if (!entry.active()) {
                return;
            }
            Status to = any(Status.values());
            Outcome outcome = to == Status.CLOSED ? any(Outcome.values()) : null;
            Step step = new Step(entry.obligation().status(), to, outcome, "somebody", now, "做了", null, List.of());
            entry = entry.moved(step, any(Assurance.values()), null, null);
            tell(entry.told());
        }

        private void tell(ObligationEvent event) {
            days.put(day(), Seen.of(entry));
            events.add(Envelope.now(event, URI.create("/casewire/replication"), now, "walk", false));
        }

        LocalDate day() {
            return LocalDate.ofInstant(now, CHINA);
        }

        Entry restored() {
            Optional<Entry> made = Optional.empty();
            for (Envelope<ObligationEvent> event : events) {
                made = Optional.of(Restore.after(made.orElse(null), event));
            }
            return made.orElseThrow();
        }

        private <T> T any(T[] values) {
            return values[random.nextInt(values.length)];
        }

        private static Obligation asRole(Obligation o, Role role) {
            return new Obligation(
                    o.id(),
                    o.caseId(),
                    o.caseRevision(),
                    o.caseTitle(),
                    o.domains(),
                    o.regionCode(),
                    o.regionName(),
                    role,
                    o.status(),
                    o.outcome(),
                    o.assurance(),
                    o.evidence(),
                    o.strength(),
                    o.since(),
                    o.dueOn(),
                    o.level(),
                    o.provinceCode(),
                    o.basis(),
                    o.due(),
                    o.work());
        }
    }
}
