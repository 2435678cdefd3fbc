package io.casewire.messaging;

import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.event.LinkEvent.Link;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.LinkId;
import java.util.List;

/** Invented links; the name of one stands among its reasons. */
public final class Links {
    private Links() {}

    public static Link named(String name) {
        return new Link(
                LinkId.derive(name),
                Kind.SAME_INNOVATION,
                CaseId.derive("from", name).value(),
                CaseId.derive("to", name).value(),
                0.5,
                List.of(name),
                "casewire");
    }

    public static String name(Link link) {
        return link.reasons().getFirst();
    }
}
