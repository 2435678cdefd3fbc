package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PolicyDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a region has an obligation, so that each line of a ledger can be held against the words it follows from.
 *
 * @param rule how the scope led to this region
 * @param scopeText as printed; null where the document prints none
 * @param instrument with its number; null where the document names none
 * @param day as of which regions, zones and sets count
 * @param set which the region belongs to; null for a place that is named itself
 * @param origin what the document calls the maker (zones, areas, units); empty unless the region made the case
 * @param supersededBy the later national instrument that takes its place; null where there is none
 * @param byHand who added, waived, handed down or took it back; null for one that follows from documents alone
 * @param delegation what it is a part of, where a region handed it down; null for what a region owes itself
 * @param originCase the linked case that names the maker; null where the case itself does, and unless the region made it
 * @param amendment the row of the operator's own tables by which it follows; null where the built-in ones say the same
 */
public record Basis(
        Rule rule,
        @Nullable String scopeText,
        @Nullable PolicyDocument instrument,
        Day day,
        @Nullable Members set,
        List<String> origin,
        @Nullable Superseding supersededBy,
        @Nullable ByHand byHand,
        @Nullable Delegation delegation,
        @Nullable CaseId originCase,
        @Nullable Amendment amendment) {
    public Basis {
        origin = List.copyOf(origin);
    }

    /** One of what a region owes itself. */
    public Basis(
            Rule rule,
            @Nullable String scopeText,
            @Nullable PolicyDocument instrument,
            Day day,
            @Nullable Members set,
            List<String> origin,
            @Nullable Superseding supersededBy,
            @Nullable ByHand byHand) {
        this(rule, scopeText, instrument, day, set, origin, supersededBy, byHand, null, null, null);
    }

    /** The same with a person's decision; null for none. */
    public Basis with(@Nullable ByHand decision) {
        return new Basis(
                rule,
                scopeText,
                instrument,
                day,
                set,
                origin,
                supersededBy,
                decision,
                delegation,
                originCase,
                amendment);
    }

    /** The same for readers who may not know who decided and why. */
    public Basis outline() {
        return new Basis(
                rule,
                scopeText,
                instrument,
                day,
                set,
                origin,
                supersededBy,
                byHand == null ? null : new ByHand(byHand.kind(), null, null, byHand.at()),
                delegation == null ? null : new Delegation(delegation.parent(), null),
                originCase,
                amendment);
    }

    /** How a scope leads to a region. */
    public enum Rule {
        /** 全国, 自贸试验区, 长三角 …: it belongs to the set on the day. */
        MEMBER_OF_SET,
        /** It is named. */
        NAMED,
        /** 各市州, 各区县 …: it lies in the region that is addressed, at the level that is addressed. */
        PART_OF_REGION,
        /** A person added it. */
        BY_HAND,
        /** The region above it, which owes it, handed it down. */
        DELEGATED,
        /** A rule that a newer producer knows. */
        @JsonEnumDefaultValue
        OTHER
    }

    /**
     * The day that counts.
     *
     * @param counted whose regions, zones and sets are obliged
     * @param known how it is known
     * @param other the other end of the printed month or year, where more regions would be obliged on it; null otherwise
     * @param foundIn id of the document or evidence that prints it; null unless {@link Known#ELSEWHERE}
     */
    public record Day(
            LocalDate counted,
            Known known,
            @Nullable LocalDate other,
            @Nullable String foundIn) {}

    /** How the day of an instrument is known. */
    public enum Known {
        /** The document prints it. */
        PRINTED,
        /** Another document prints it beside the instrument's number. */
        ELSEWHERE,
        /** Only its month or year is printed: of both ends the one that obliges fewer regions counts. */
        PERIOD,
        /** No date is printed: the day on which the case was published here. */
        PUBLISHED,
        /** A way that a newer producer knows. */
        @JsonEnumDefaultValue
        OTHER
    }

    /**
     * A later instrument for a wider circle, which promotes a case of the same title.
     *
     * @param caseId the case it promotes
     * @param day of that instrument
     */
    public record Superseding(CaseId caseId, @Nullable PolicyDocument instrument, LocalDate day) {}

    /**
     * A person's decision.
     *
     * @param actor token subject of who took it; absent only from an {@link #outline()}
     * @param reason in the person's words; absent only from an outline
     */
    public record ByHand(
            Kind kind, @Nullable String actor, @Nullable String reason, Instant at) {
        /** What was decided. */
        public enum Kind {
            ADDED,
            WAIVED,
            /** A decision that a newer producer knows. */
            @JsonEnumDefaultValue
            OTHER
        }
    }

    /**
     * What a line is a part of.
     *
     * @param parent the line that was handed down
     * @param department the office of the region that got it; null where another region did, and in an {@link #outline()}
     */
    public record Delegation(ObligationId parent, @Nullable String department) {}

    /**
     * A row of the operator's own tables of zones and sets, which {@code GET /sets/{id}/versions} shows whole.
     *
     * @param id of the zone, area or set it speaks of
     * @param recorded the day on which the operator wrote it down
     * @param source what says so: a number (文号) or a sentence
     */
    public record Amendment(String id, LocalDate recorded, String source) {}

    /**
     * A set as of the day.
     *
     * @param id as {@code GET /sets/{id}} takes it
     * @param codes of its members, six digits each
     */
    public record Members(String id, String name, List<String> codes) {
        public Members {
            codes = List.copyOf(codes);
        }
    }
}
