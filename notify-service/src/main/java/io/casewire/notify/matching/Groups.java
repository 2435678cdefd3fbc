package io.casewire.notify.matching;

import io.casewire.contracts.event.Basis;
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

/** What events belong to that are told together. */
public final class Groups {
    private Groups() {}

    /**
     * The document an event was read from, or is about; of the ledger the text that promotes, else the case; of links the case they lead to.
     * Null for events nobody is told of.
     */
    public static @Nullable String of(Event event) {
        return switch (event) {
            case CaseEvent of -> of.document().id().value();
            case TaskEvent of -> of.document().id().value();
            case EvidenceEvent of -> of.document().id().value();
            case DocumentEvent _ -> event.key();
            case ObligationEvent of -> ofObligation(of.obligation());
            case LinkEvent of -> of.link().to();
            case ChapterEvent _, PlanEvent _, SettlementEvent _, DeliveryEvent _ -> null;
        };
    }

    private static String ofObligation(ObligationEvent.Obligation obligation) {
        Basis basis = obligation.basis();
        String instrument = basis == null || basis.instrument() == null
                ? null
                : basis.instrument().number() == null
                        ? basis.instrument().title()
                        : basis.instrument().number();
        return instrument == null ? obligation.caseId().value() : instrument;
    }
}
