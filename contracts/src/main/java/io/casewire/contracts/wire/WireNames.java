package io.casewire.contracts.wire;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The CloudEvents {@code type} of every event: the one table. A name is never reused; a change an old reader could not
 * take is a new version beside the old one.
 */
public final class WireNames {
    private static final Map<String, Class<? extends Event>> TYPES = types();
    private static final Map<Class<? extends Event>, String> NAMES = names();

    /** Names given up before 0.1.0: nothing is written under them, and what older topics hold is still read. */
    private static final Map<String, Class<? extends Event>> FORMER =
            Map.of("casewire.obligation.claim-changed.v1", ObligationEvent.ObligationAssuranceChanged.class);

    private WireNames() {}

    /** The wire name of that event. */
    public static String of(Event event) {
        return of(event.getClass());
    }

    /** The wire name of events of that class. */
    public static String of(Class<? extends Event> type) {
        String name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " has no wire name");
        }
        return name;
    }

    /** The event class of that wire name; empty for a name this version does not know. */
    public static Optional<Class<? extends Event>> typeOf(String name) {
        return Optional.<Class<? extends Event>>ofNullable(TYPES.get(name))
                .or(() -> Optional.ofNullable(FORMER.get(name)));
    }

    /** Every wire name with its event class, in the order of the documentation. */
    public static Map<String, Class<? extends Event>> all() {
        return TYPES;
    }

    private static Map<String, Class<? extends Event>> types() {
        Map<String, Class<? extends Event>> types = new LinkedHashMap<>();
        types.put("casewire.document.published.v1", DocumentEvent.DocumentPublished.class);
        types.put("casewire.document.rejected.v1", DocumentEvent.DocumentRejected.class);
        types.put("casewire.case.published.v1", CaseEvent.CasePublished.class);
        types.put("casewire.case.revised.v1", CaseEvent.CaseRevised.class);
        types.put("casewire.case.withdrawn.v1", CaseEvent.CaseWithdrawn.class);
        types.put("casewire.task.published.v1", TaskEvent.TaskPublished.class);
        types.put("casewire.task.revised.v1", TaskEvent.TaskRevised.class);
        types.put("casewire.task.withdrawn.v1", TaskEvent.TaskWithdrawn.class);
        types.put("casewire.evidence.adoption-found.v1", EvidenceEvent.AdoptionFound.class);
        types.put("casewire.evidence.milestone-found.v1", EvidenceEvent.MilestoneFound.class);
        types.put("casewire.evidence.indicator-found.v1", EvidenceEvent.IndicatorFound.class);
        types.put("casewire.evidence.withdrawn.v1", EvidenceEvent.EvidenceWithdrawn.class);
        types.put("casewire.chapter.published.v1", ChapterEvent.ChapterPublished.class);
        types.put("casewire.chapter.revised.v1", ChapterEvent.ChapterRevised.class);
        types.put("casewire.chapter.withdrawn.v1", ChapterEvent.ChapterWithdrawn.class);
        types.put("casewire.link.proposed.v1", LinkEvent.LinkProposed.class);
        types.put("casewire.link.confirmed.v1", LinkEvent.LinkConfirmed.class);
        types.put("casewire.link.rejected.v1", LinkEvent.LinkRejected.class);
        types.put("casewire.obligation.derived.v1", ObligationEvent.ObligationDerived.class);
        types.put("casewire.obligation.moved.v1", ObligationEvent.ObligationMoved.class);
        types.put("casewire.obligation.assurance-changed.v1", ObligationEvent.ObligationAssuranceChanged.class);
        types.put("casewire.obligation.due-set.v1", ObligationEvent.ObligationDueSet.class);
        types.put("casewire.obligation.due-soon.v1", ObligationEvent.ObligationDueSoon.class);
        types.put("casewire.obligation.overdue.v1", ObligationEvent.ObligationOverdue.class);
        types.put("casewire.obligation.lapsed.v1", ObligationEvent.ObligationLapsed.class);
        types.put("casewire.obligation.noted.v1", ObligationEvent.ObligationNoted.class);
        types.put("casewire.plan.progress-reported.v1", PlanEvent.ProgressReported.class);
        types.put("casewire.settlement.settled.v1", SettlementEvent.EvidenceSettled.class);
        types.put("casewire.delivery.delivered.v1", DeliveryEvent.MessageDelivered.class);
        types.put("casewire.delivery.delayed.v1", DeliveryEvent.MessageDelayed.class);
        types.put("casewire.delivery.abandoned.v1", DeliveryEvent.MessageAbandoned.class);
        types.put("casewire.delivery.receipted.v1", DeliveryEvent.MessageReceipted.class);
        return Collections.unmodifiableMap(types);
    }

    private static Map<Class<? extends Event>, String> names() {
        Map<Class<? extends Event>, String> names = new LinkedHashMap<>();
        TYPES.forEach((name, type) -> names.put(type, name));
        return names;
    }
}
