package io.casewire.replication.tally;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationAssuranceChanged;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.contracts.wire.Envelope;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invented events of a ledger, as it might publish them: derived, moved, closed, reopened, lapsed, derived again. */
final class History {
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> REGIONS = List.of("110000", "430000", "439900", "430200");

    private final Random random;
    private final Map<ObligationId, Obligation> present = new HashMap<>();
    private final Map<ObligationId, Long> revisions = new HashMap<>();
    private final List<Envelope<ObligationEvent>> events = new ArrayList<>();

    History(long seed) {
        this.random = new Random(seed);
    }

    List<Envelope<ObligationEvent>> events() {
        return events;
    }

    /** Something else happens to one of a few obligations. */
    Envelope<ObligationEvent> next() {
        int ofCase = random.nextInt(4);
        String region = REGIONS.get(random.nextInt(REGIONS.size()));
        ObligationId id = ObligationId.derive("case" + ofCase, region);
        Obligation before = present.get(id);
        long revision = revisions.merge(id, 1L, Long::sum);
        Instant at = BEGIN.plusSeconds(events.size() * 40_000L);
        ObligationEvent event;
        if (before == null) {
            event = new ObligationDerived(obligation(id, ofCase, region), revision);
        } else {
            event = switch (random.nextInt(6)) {
                case 0 -> new ObligationLapsed(before, revision, "不再适用");
                case 1 -> new ObligationDerived(before, revision);
                case 2 ->
                    new ObligationAssuranceChanged(
                            with(before, before.status(), before.outcome(), any(Assurance.values())), revision);
                default -> moved(before, revision, at);
            };
        }
        present.put(id, event.obligation());
        Envelope<ObligationEvent> envelope =
                Envelope.now(event, URI.create("/casewire/replication"), at, "history", false);
        events.add(envelope);
        return envelope;
    }

    private ObligationMoved moved(Obligation before, long revision, Instant at) {
        Status to = any(Status.values());
        Outcome outcome = to == Status.CLOSED ? any(Outcome.values()) : null;
        return new ObligationMoved(
                with(before, to, outcome, before.assurance()),
                revision,
                new Step(before.status(), to, outcome, "somebody", at, "做了", null, List.of()));
    }

    private Obligation obligation(ObligationId id, int ofCase, String region) {
        boolean old = ofCase == 0;
        Basis basis = new Basis(
                Basis.Rule.NAMED,
                "全国",
                ofCase == 1 ? null : new PolicyDocument("通知", "国函〔202" + ofCase + "〕1号", null),
                new Basis.Day(LocalDate.of(2023, 1, 1 + ofCase), Basis.Known.PRINTED, null, null),
                null,
                List.of(),
                null,
                null);
        return new Obligation(
                id,
                CaseId.derive("case" + ofCase),
                1,
                "案例" + ofCase,
                ofCase == 2 ? List.of(Domain.TRADE, Domain.OTHER) : List.of(Domain.TRADE),
                region,
                region,
                random.nextInt(8) == 0 ? Role.ORIGIN : Role.ADOPTER,
                Status.UNKNOWN,
                null,
                Assurance.NONE,
                List.of(),
                ofCase == 3 ? null : any(PromotionStrength.values()),
                "2023",
                null,
                old ? null : level(region),
                old ? null : region.substring(0, 2) + "0000",
                old ? null : basis,
                null,
                null);
    }

    private static Level level(String region) {
        return switch (region) {
            case "439900" -> Level.ZONE;
            case "430200" -> Level.PREFECTURE;
            default -> Level.PROVINCE;
        };
    }

    private static Obligation with(Obligation o, Status status, @Nullable Outcome outcome, Assurance assurance) {
        return new Obligation(
                o.id(),
                o.caseId(),
                o.caseRevision(),
                o.caseTitle(),
                o.domains(),
                o.regionCode(),
                o.regionName(),
                o.role(),
                status,
                outcome,
                assurance,
                assurance == Assurance.EVIDENCED ? List.of(EvidenceId.derive("x")) : List.of(),
                o.strength(),
                o.since(),
                o.dueOn(),
                o.level(),
                o.provinceCode(),
                o.basis(),
                null,
                null);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
