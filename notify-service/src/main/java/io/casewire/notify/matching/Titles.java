package io.casewire.notify.matching;

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
import org.jspecify.annotations.Nullable;

/** What events are about, in a line a person can read. */
public final class Titles {
    private Titles() {}

    /** The title of what that event is about; null where it has none. */
    public static @Nullable String of(Event event) {
        return switch (event) {
            case CaseEvent of -> of.content().title();
            case TaskEvent of -> of.task().title();
            case ObligationEvent of ->
                of.obligation().regionName() + "：" + of.obligation().caseTitle();
            case DocumentEvent.DocumentPublished of -> of.document().title();
            case DocumentEvent.DocumentRejected of -> of.name();
            case EvidenceEvent.AdoptionFound of -> of.adoption().resultName();
            case EvidenceEvent.MilestoneFound of -> of.milestone().text();
            case EvidenceEvent.IndicatorFound of -> of.indicator().name();
            case ChapterEvent of -> of.chapter().title();
            case EvidenceEvent.EvidenceWithdrawn _, LinkEvent _, PlanEvent _, SettlementEvent _, DeliveryEvent _ ->
                null;
        };
    }
}
