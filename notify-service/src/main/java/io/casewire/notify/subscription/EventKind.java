package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.TaskEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be subscribed to. Named as the wire names of the events, without {@code casewire.} and the version. */
public enum EventKind {
    CASE_PUBLISHED("case.published"),
    CASE_REVISED("case.revised"),
    CASE_WITHDRAWN("case.withdrawn"),
    TASK_PUBLISHED("task.published"),
    TASK_REVISED("task.revised"),
    TASK_WITHDRAWN("task.withdrawn"),
    DOCUMENT_PUBLISHED("document.published"),
    DOCUMENT_REJECTED("document.rejected"),
    ADOPTION_FOUND("evidence.adoption-found"),
    MILESTONE_FOUND("evidence.milestone-found"),
    INDICATOR_FOUND("evidence.indicator-found"),
    EVIDENCE_WITHDRAWN("evidence.withdrawn"),
    LINK_PROPOSED("link.proposed"),
    LINK_CONFIRMED("link.confirmed"),
    LINK_REJECTED("link.rejected"),
    OBLIGATION_DERIVED("obligation.derived"),
    OBLIGATION_MOVED("obligation.moved"),
    OBLIGATION_ASSURANCE_CHANGED("obligation.assurance-changed"),
    OBLIGATION_DUE_SET("obligation.due-set"),
    OBLIGATION_DUE_SOON("obligation.due-soon"),
    OBLIGATION_OVERDUE("obligation.overdue"),
    OBLIGATION_LAPSED("obligation.lapsed"),
    OBLIGATION_NOTED("obligation.noted");

    private static final Set<EventKind> CASES = EnumSet.of(CASE_PUBLISHED, CASE_REVISED, CASE_WITHDRAWN);
    private static final Set<EventKind> OBLIGATIONS = EnumSet.range(OBLIGATION_DERIVED, OBLIGATION_NOTED);
    private static final Set<EventKind> CONCERNING = concerning();

    private final String wireName;

    EventKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests and answers, for example {@code case.published}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException for a name that is none
     */
    @JsonCreator
    public static EventKind ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no event kind '" + name + "'"));
    }

    /** Whether an event of that type, a wire name, reminds of a deadline. */
    public static boolean isUrgent(String type) {
        return Set.of(OBLIGATION_DUE_SOON, OBLIGATION_OVERDUE).stream()
                .anyMatch(kind -> type.startsWith("casewire." + kind.wireName + "."));
    }

    /** What is asked for where no kind is given: cases, or what those particulars have an answer to. */
    static Set<EventKind> askedBy(Particulars particulars) {
        if (!particulars.askOfTheLedger() && particulars.concerns() == null) {
            return CASES;
        }
        Set<EventKind> asked = EnumSet.copyOf(particulars.askOfTheLedger() ? OBLIGATIONS : CONCERNING);
        // what is noted is the region's own, and not told: only who names the kind hears that something was
        asked.remove(OBLIGATION_NOTED);
        return asked;
    }

    /** Whether events of the kind tell of one region what it has to do or did; a revision does not tell whom it obliges anew. */
    boolean concernsRegions() {
        return CONCERNING.contains(this);
    }

    /** Whether events of the kind are about an obligation. */
    boolean isOfTheLedger() {
        return OBLIGATIONS.contains(this);
    }

    /** The kind of that event; empty for passages of reports and for deliveries, which nobody is sent messages about. */
    public static Optional<EventKind> of(Event event) {
        return switch (event) {
            case CaseEvent e -> Optional.of(of(e));
            case TaskEvent e -> Optional.of(of(e));
            case DocumentEvent e -> Optional.of(of(e));
            case EvidenceEvent e -> Optional.of(of(e));
            case LinkEvent e -> Optional.of(of(e));
            case ObligationEvent e -> Optional.of(of(e));
            case ChapterEvent _, PlanEvent _, SettlementEvent _, DeliveryEvent _ -> Optional.empty();
        };
    }

    private static Set<EventKind> concerning() {
        Set<EventKind> concerning = EnumSet.of(CASE_PUBLISHED, ADOPTION_FOUND);
        concerning.addAll(OBLIGATIONS);
        return concerning;
    }

    private static EventKind of(CaseEvent event) {
        return switch (event) {
            case CaseEvent.CasePublished _ -> CASE_PUBLISHED;
            case CaseEvent.CaseRevised _ -> CASE_REVISED;
            case CaseEvent.CaseWithdrawn _ -> CASE_WITHDRAWN;
        };
    }

    private static EventKind of(TaskEvent event) {
        return switch (event) {
            case TaskEvent.TaskPublished _ -> TASK_PUBLISHED;
            case TaskEvent.TaskRevised _ -> TASK_REVISED;
            case TaskEvent.TaskWithdrawn _ -> TASK_WITHDRAWN;
        };
    }

    private static EventKind of(DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.DocumentPublished _ -> DOCUMENT_PUBLISHED;
            case DocumentEvent.DocumentRejected _ -> DOCUMENT_REJECTED;
        };
    }

    private static EventKind of(EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.AdoptionFound _ -> ADOPTION_FOUND;
            case EvidenceEvent.MilestoneFound _ -> MILESTONE_FOUND;
            case EvidenceEvent.IndicatorFound _ -> INDICATOR_FOUND;
            case EvidenceEvent.EvidenceWithdrawn _ -> EVIDENCE_WITHDRAWN;
        };
    }

    private static EventKind of(LinkEvent event) {
        return switch (event) {
            case LinkEvent.LinkProposed _ -> LINK_PROPOSED;
            case LinkEvent.LinkConfirmed _ -> LINK_CONFIRMED;
            case LinkEvent.LinkRejected _ -> LINK_REJECTED;
        };
    }

    private static EventKind of(ObligationEvent event) {
        return switch (event) {
            case ObligationEvent.ObligationDerived _ -> OBLIGATION_DERIVED;
            case ObligationEvent.ObligationMoved _ -> OBLIGATION_MOVED;
            case ObligationEvent.ObligationAssuranceChanged _ -> OBLIGATION_ASSURANCE_CHANGED;
            case ObligationEvent.ObligationDueSet _ -> OBLIGATION_DUE_SET;
            case ObligationEvent.ObligationDueSoon _ -> OBLIGATION_DUE_SOON;
            case ObligationEvent.ObligationOverdue _ -> OBLIGATION_OVERDUE;
            case ObligationEvent.ObligationLapsed _ -> OBLIGATION_LAPSED;
            case ObligationEvent.ObligationNoted _ -> OBLIGATION_NOTED;
        };
    }
}
