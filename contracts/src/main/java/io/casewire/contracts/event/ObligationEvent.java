package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionStrength;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a region's obligation. Made by replication on {@code casewire.obligation}; read by catalog and notify. */
public sealed interface ObligationEvent extends Event {
    /** The obligation at this revision. */
    Obligation obligation();

    @Override
    default String key() {
        return obligation().id().value();
    }

    /**
     * The same for readers who may know how far a region is and not what it reported: a step without its actor, explanation,
     * reason and evidence, a decision by hand without its actor and reason.
     */
    default ObligationEvent outline() {
        return switch (this) {
            case ObligationMoved(Obligation of, long at, Step step) ->
                new ObligationMoved(of.outline(), at, step.outline());
            // what these say follows from published documents and from the calendar, but for decisions by hand
            case ObligationDerived(Obligation of, long at) -> new ObligationDerived(of.outline(), at);
            case ObligationAssuranceChanged(Obligation of, long at) -> new ObligationAssuranceChanged(of.outline(), at);
            case ObligationDueSet(Obligation of, long at) -> new ObligationDueSet(of.outline(), at);
            case ObligationDueSoon(Obligation of, long at, Integer step) ->
                new ObligationDueSoon(of.outline(), at, step);
            case ObligationOverdue(Obligation of, long at, Integer step) ->
                new ObligationOverdue(of.outline(), at, step);
            case ObligationLapsed(Obligation of, long at, String reason) ->
                new ObligationLapsed(of.outline(), at, reason);
        };
    }

    /** It follows from the promotion of a case. */
    record ObligationDerived(Obligation obligation, long revision) implements ObligationEvent {}

    /** Its place in the ledger changed; {@code step} says who did what and why. */
    record ObligationMoved(Obligation obligation, long revision, Step step) implements ObligationEvent {}

    /** Its assurance changed: a report met evidence, or was contradicted. */
    record ObligationAssuranceChanged(Obligation obligation, long revision) implements ObligationEvent {}

    /** Its deadline was set, moved or taken back; {@code due} says by whom and why. */
    record ObligationDueSet(Obligation obligation, long revision) implements ObligationEvent {}

    /**
     * Its deadline is near.
     *
     * @param step that was reached: so many working days before the deadline, or fewer, are left; null in events that are older than steps
     */
    record ObligationDueSoon(
            Obligation obligation, long revision, @Nullable Integer step) implements ObligationEvent {}

    /**
     * Its deadline has passed.
     *
     * @param step that was reached: so many working days after the deadline; 0 the day after; null as in {@link ObligationDueSoon}
     */
    record ObligationOverdue(
            Obligation obligation, long revision, @Nullable Integer step) implements ObligationEvent {}

    /** The case was withdrawn or superseded, or left the scope. */
    record ObligationLapsed(Obligation obligation, long revision, String reason) implements ObligationEvent {}

    /**
     * What one region has to do about one case.
     *
     * @param caseRevision of the case it follows from; later revisions that change nothing here are not told
     * @param regionCode six digits; see the gazetteer for whose code it is
     * @param role whether the region made the case or is to adopt it
     * @param outcome set when {@code status} is {@link Status#CLOSED}
     * @param evidence facts of documents that say the region adopted the case; empty where none is known
     * @param strength null where the document does not say how binding it is
     * @param since day, month or year from which it holds, in ISO form at its printed precision
     * @param dueOn null where no deadline is set
     * @param level of the region; null in events that are older than levels
     * @param provinceCode of the provincial-level division the region lies in, for such a division its own; null as {@code level}
     * @param basis why it has to; null as {@code level}
     * @param due where the deadline comes from, or who took it back; null where none was ever set
     */
    record Obligation(
            ObligationId id,
            CaseId caseId,
            long caseRevision,
            String caseTitle,
            List<Domain> domains,
            String regionCode,
            String regionName,
            Role role,
            Status status,
            @Nullable Outcome outcome,
            // its name before 0.1.0, on topics and in stores that are older
            @JsonAlias("claim") Assurance assurance,
            List<EvidenceId> evidence,
            @Nullable PromotionStrength strength,
            @Nullable String since,
            @Nullable LocalDate dueOn,
            @Nullable Level level,
            @Nullable String provinceCode,
            @Nullable Basis basis,
            @Nullable Due due) {
        public Obligation {
            domains = List.copyOf(domains);
            evidence = List.copyOf(evidence);
        }

        /** The same for readers who may not know who decided something by hand, and why. */
        public Obligation outline() {
            Obligation shown = basis == null ? this : with(basis.outline());
            return due == null ? shown : shown.due(dueOn, due.outline());
        }

        /** The same with that basis. */
        public Obligation with(@Nullable Basis next) {
            return with(dueOn, next, due);
        }

        /** The same with that deadline; a null day for none. */
        public Obligation due(@Nullable LocalDate day, Due from) {
            return with(day, basis, from);
        }

        private Obligation with(@Nullable LocalDate day, @Nullable Basis next, @Nullable Due from) {
            return new Obligation(
                    id,
                    caseId,
                    caseRevision,
                    caseTitle,
                    domains,
                    regionCode,
                    regionName,
                    role,
                    status,
                    outcome,
                    assurance,
                    evidence,
                    strength,
                    since,
                    day,
                    level,
                    provinceCode,
                    next,
                    from);
        }

        /** One that says nothing of level and basis. */
        public Obligation(
                ObligationId id,
                CaseId caseId,
                long caseRevision,
                String caseTitle,
                List<Domain> domains,
                String regionCode,
                String regionName,
                Role role,
                Status status,
                @Nullable Outcome outcome,
                Assurance assurance,
                List<EvidenceId> evidence,
                @Nullable PromotionStrength strength,
                @Nullable String since,
                @Nullable LocalDate dueOn) {
            this(
                    id,
                    caseId,
                    caseRevision,
                    caseTitle,
                    domains,
                    regionCode,
                    regionName,
                    role,
                    status,
                    outcome,
                    assurance,
                    evidence,
                    strength,
                    since,
                    dueOn,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * A step in the ledger. Who took it and what was reported is for the region, those above it and those who review; the
     * topic carries it, as the ledger is restored from there.
     *
     * @param actor token subject of who took it; absent only from an {@link #outline()}
     * @param explanation what has been done so far; required from {@link Status#IN_PROGRESS} on
     * @param reason why it was returned, reopened or does not apply
     * @param evidence links or document references
     */
    record Step(
            Status from,
            Status to,
            @Nullable Outcome outcome,
            @Nullable String actor,
            Instant at,
            @Nullable String explanation,
            @Nullable String reason,
            List<String> evidence) {
        public Step {
            evidence = List.copyOf(evidence);
        }

        /** From where to where, how it ended and when; nothing of who and why. */
        public Step outline() {
            return new Step(from, to, outcome, null, at, null, null, List.of());
        }
    }

    /** At what level a region stands. */
    enum Level {
        /** A provincial-level division, or the XPCC, which is addressed beside them. */
        PROVINCE,
        /** A pilot free trade zone. */
        ZONE,
        /** An area (片区) of a zone. */
        AREA,
        PREFECTURE,
        COUNTY,
        /** A level a newer producer knows. */
        @JsonEnumDefaultValue
        OTHER
    }

    /** Whether the region made the case or is to adopt it. */
    enum Role {
        /** It comes from here; nothing to adopt. */
        @JsonAlias("SOURCE")
        ORIGIN,
        ADOPTER
    }

    /** The place in the ledger (台账). */
    enum Status {
        /** Nobody has said anything; not the same as no. */
        @JsonEnumDefaultValue
        UNKNOWN,
        NOT_STARTED,
        IN_PROGRESS,
        /** Reported done, waiting for a reviewer who is not the reporter. */
        SUBMITTED,
        /** The reviewer sent it back. */
        RETURNED,
        /** 销号, with an {@link Outcome}. */
        CLOSED,
        /** Closed once, opened again. */
        REOPENED
    }

    /** How it was closed. */
    enum Outcome {
        ADOPTED,
        PARTIAL,
        NOT_APPLICABLE,
        /** A later national instrument took the case's place. */
        SUPERSEDED
    }

    /** What is known about the adoption, and from whom. */
    enum Assurance {
        @JsonEnumDefaultValue
        NONE,
        /** The region says so. */
        REPORTED,
        /** A document says so. */
        EVIDENCED,
        /** The region and a document say so, or a reviewer confirmed it. */
        VERIFIED,
        /** They say different things. */
        CONTRADICTED
    }
}
