package io.casewire.replication.tally;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.replication.ledger.LedgerHead;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One obligation as it is counted.
 *
 * @param level of the region; that of provinces in entries that are older than levels
 * @param province code of the provincial-level division the region lies in
 * @param holds false once it has lapsed
 * @param instrument its number, else its title; null where the document names none
 * @param instrumentDay the day of the instrument; null in entries that are older than that
 * @param derivedOn when it first followed from the case here
 * @param closing null unless it is closed
 * @param evidence facts that speak for it
 */
public record Line(
        ObligationId id,
        long revision,
        CaseId caseId,
        String region,
        Level level,
        String province,
        Role role,
        boolean holds,
        Status status,
        @Nullable Outcome outcome,
        Assurance assurance,
        List<Domain> domains,
        @Nullable String instrument,
        @Nullable PromotionStrength strength,
        @Nullable LocalDate instrumentDay,
        LocalDate derivedOn,
        LedgerHead.@Nullable Closing closing,
        List<EvidenceId> evidence) {
    /** Whose days count. */
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static Line of(LedgerHead head) {
        Obligation o = head.obligation();
        Basis basis = o.basis();
        return new Line(
                o.id(),
                head.revision(),
                o.caseId(),
                o.regionCode(),
                o.level() == null ? Level.PROVINCE : o.level(),
                o.provinceCode() == null ? o.regionCode() : o.provinceCode(),
                o.role(),
                !head.lapsed(),
                o.status(),
                o.outcome(),
                o.assurance(),
                o.domains(),
                basis == null ? null : instrument(basis.instrument()),
                o.strength(),
                basis == null ? null : basis.day().counted(),
                LocalDate.ofInstant(head.derivedAt(), CHINA),
                o.status() == Status.CLOSED ? head.closing() : null,
                o.evidence());
    }

    private static @Nullable String instrument(@Nullable PolicyDocument document) {
        if (document == null) {
            return null;
        }
        return document.number() == null ? document.title() : document.number();
    }

    /** Whether it is counted: it holds, and the region is to adopt by itself. */
    public boolean counts() {
        return holds && role == Role.ADOPTER;
    }

    /** Closed as adopted, in whole or in part. */
    public boolean isAdopted() {
        return outcome == Outcome.ADOPTED || outcome == Outcome.PARTIAL;
    }

    /** Whether only documents say that it was adopted. */
    public boolean isEvidenced() {
        return Tally.isEvidenced(status, assurance);
    }

    /** The day on which it was closed, in China; empty unless it is. */
    public Optional<LocalDate> closedOn() {
        return closing == null ? Optional.empty() : Optional.of(LocalDate.ofInstant(closing.at(), CHINA));
    }

    /** From which day the time to adopt counts: the instrument's, else that of the derivation. */
    public LocalDate start() {
        return instrumentDay == null ? derivedOn : instrumentDay;
    }

    /** This one with what another head of the same obligation adds to it, whichever of the two is newer. */
    Line and(Line other) {
        Line newer = other.revision > revision ? other : this;
        LocalDate first = other.derivedOn.isBefore(derivedOn) ? other.derivedOn : derivedOn;
        return newer.with(first, newer.status == Status.CLOSED ? later(closing, other.closing) : null);
    }

    private static LedgerHead.@Nullable Closing later(
            LedgerHead.@Nullable Closing one, LedgerHead.@Nullable Closing other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.revision() >= other.revision() ? one : other;
    }

    private Line with(LocalDate first, LedgerHead.@Nullable Closing last) {
        return new Line(
                id,
                revision,
                caseId,
                region,
                level,
                province,
                role,
                holds,
                status,
                outcome,
                assurance,
                domains,
                instrument,
                strength,
                instrumentDay,
                first,
                last,
                evidence);
    }

    /** The same, sharing with others what is equal in many. */
    Line pooled(Pool pool) {
        return new Line(
                id,
                revision,
                pool.one(caseId),
                pool.one(region),
                level,
                pool.one(province),
                role,
                holds,
                status,
                outcome,
                assurance,
                pool.one(domains),
                instrument == null ? null : pool.one(instrument),
                strength,
                instrumentDay == null ? null : pool.one(instrumentDay),
                pool.one(derivedOn),
                closing,
                evidence.isEmpty() ? List.of() : evidence);
    }
}
