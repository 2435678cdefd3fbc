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
     * reason and evidence, a decision by hand without its actor and reason, nothing of its own work and notes.
     */
    default ObligationEvent outline() {
        return switch (this) {
            case ObligationMoved(Obligation of, long at, Step step, String _) ->
                new ObligationMoved(of.outline(), at, step.outline(), null);
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
            case ObligationNoted(Obligation of, long at, Note _, String _, Attachment _) ->
                new ObligationNoted(of.outline(), at, null, null, null);
        };
    }

    /** It follows from the promotion of a case. */
    record ObligationDerived(Obligation obligation, long revision) implements ObligationEvent {}

    /**
     * Its place in the ledger changed; {@code step} says who did what and why.
     *
     * @param chain what the step makes of all before it ({@code io.casewire.contracts.wire.HistoryChain}); null in events that are older than chains, and in an
     *     {@link #outline()}
     */
    record ObligationMoved(
            Obligation obligation,
            long revision,
            Step step,
            @Nullable String chain) implements ObligationEvent {
        /** One outside any chain. */
        public ObligationMoved(Obligation obligation, long revision, Step step) {
            this(obligation, revision, step, null);
        }
    }

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
     * The region said something of its own work: {@code work} of the obligation changed, {@code note} was added, or a file was attached or
     * taken away. It stands where it stood.
     *
     * @param note null where another of these is told, and in an {@link #outline()}
     * @param chain of a note or an attachment as of a step; null without one
     * @param attachment null as {@code note}, and in events that are older than attachments
     */
    record ObligationNoted(
            Obligation obligation,
            long revision,
            @Nullable Note note,
            @Nullable String chain,
            @Nullable Attachment attachment)
            implements ObligationEvent {
        /** One that tells of no file. */
        public ObligationNoted(Obligation obligation, long revision, @Nullable Note note, @Nullable String chain) {
            this(obligation, revision, note, chain, null);
        }
    }

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
     * @param work what the region says of its own work on it; null where it says nothing, and in an {@link #outline()}
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
            @Nullable Due due,
            @Nullable Work work) {
        public Obligation {
            domains = List.copyOf(domains);
            evidence = List.copyOf(evidence);
        }

        /** The same for readers who may not know who decided something by hand, and why, nor what the region says of its work. */
        public Obligation outline() {
            Obligation shown = basis == null ? this : with(basis.outline());
            Obligation unworked = shown.with((Work) null);
            return due == null ? unworked : unworked.due(dueOn, due.outline());
        }

        /** Whether rates count it: it is to be adopted, and no part of another line, which counts already. */
        public boolean counts() {
            return role == Role.ADOPTER && (basis == null || basis.delegation() == null);
        }

        /** The same with that basis. */
        public Obligation with(@Nullable Basis next) {
            return with(dueOn, next, due, work);
        }

        /** The same with that deadline; a null day for none. */
        public Obligation due(@Nullable LocalDate day, Due from) {
            return with(day, basis, from, work);
        }

        private Obligation with(@Nullable LocalDate day, @Nullable Basis next, @Nullable Due from, @Nullable Work own) {
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
                    from,
                    own);
        }

        /** The same with that said of the region's own work. */
        public Obligation with(@Nullable Work next) {
            return with(dueOn, basis, due, next);
        }

        /** One that says nothing of level, basis, deadline and work. */
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
                    null,
                    null);
        }
    }

    /**
     * What a region says of its own work on an obligation. For the region, those above it and those who review, as the steps.
     *
     * @param department 责任部门: which office in the region answers for it
     * @param person 责任人
     * @param plannedFinish the day on which the region means to be done; not its deadline
     * @param percent how far it is, 0 to 100
     * @param remark anything else, in the region's words
     */
    record Work(
            @Nullable String department,
            @Nullable String person,
            @Nullable LocalDate plannedFinish,
            @Nullable Integer percent,
            @Nullable String remark) {
        /** What a region that never said anything says. */
        public static final Work NOTHING = new Work(null, null, null, null, null);

        public Work {
            if (percent != null && (percent < 0 || percent > 100)) {
                throw new IllegalArgumentException("percent is " + percent + "; it is 0 to 100");
            }
        }
    }

    /**
     * News of an obligation that moves nothing.
     *
     * @param actor token subject of who wrote it
     */
    record Note(String actor, Instant at, String text) {}

    /**
     * A file that was attached to an obligation as evidence, taken away, or whose bytes were destroyed. The bytes are kept by replication under their digest and are
     * in no event.
     *
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits; names the file within the obligation
     * @param name of the file, with its extension
     * @param title what it is, in the region's words; null where nothing was said
     * @param type the media type of its content
     * @param size in bytes
     * @param actor token subject of who did it
     * @param reason why it was taken away or destroyed; null unless it was
     */
    record Attachment(
            Act act,
            String sha256,
            String name,
            @Nullable String title,
            String type,
            long size,
            String actor,
            Instant at,
            @Nullable String reason) {
        /** What was done with a file. */
        public enum Act {
            ADDED,
            REMOVED,
            /** Its bytes were destroyed, wherever they were kept; an operator decided that. */
            PURGED,
            /** Something a newer producer knows. */
            @JsonEnumDefaultValue
            OTHER
        }

        /** The same, taken away. */
        public Attachment removed(String by, Instant when, String why) {
            return new Attachment(Act.REMOVED, sha256, name, title, type, size, by, when, why);
        }

        /** The same, its bytes destroyed. */
        public Attachment purged(String by, Instant when, String why) {
            return new Attachment(Act.PURGED, sha256, name, title, type, size, by, when, why);
        }
    }

    /**
     * A step in the ledger. Who took it and what was reported is for the region, those above it and those who review; the
     * topic carries it, as the ledger is restored from there.
     *
     * @param actor token subject of who took it; absent only from an {@link #outline()}
     * @param explanation what has been done so far; required from {@link Status#IN_PROGRESS} on
     * @param reason why it was returned, reopened or does not apply
     * @param evidence links, document references, or files attached to the obligation, written {@code attachment:} and their digest
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
        UNKNOWN("未知"),
        NOT_STARTED("未启动"),
        IN_PROGRESS("推进中"),
        /** Reported done, waiting for a reviewer who is not the reporter. */
        SUBMITTED("已提交"),
        /** The reviewer sent it back. */
        RETURNED("已退回"),
        /** 销号, with an {@link Outcome}. */
        CLOSED("已销号"),
        /** Closed once, opened again. */
        REOPENED("已重新打开");

        private final String chineseName;

        Status(String chineseName) {
            this.chineseName = chineseName;
        }

        /** As ledgers, messages and the page write it. */
        public String chineseName() {
            return chineseName;
        }
    }

    /** How it was closed. */
    enum Outcome {
        ADOPTED("已采纳"),
        PARTIAL("部分采纳"),
        NOT_APPLICABLE("不适用"),
        /** A later national instrument took the case's place. */
        SUPERSEDED("已被替代");

        private final String chineseName;

        Outcome(String chineseName) {
            this.chineseName = chineseName;
        }

        /** As ledgers, messages and the page write it. */
        public String chineseName() {
            return chineseName;
        }
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
