package io.casewire.catalog.lineage;

import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.Decision;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.event.LinkEvent.Link;
import io.casewire.contracts.id.LinkId;
import java.time.Instant;
import java.util.List;

/**
 * A link at its newest revision.
 *
 * @param updated time of this revision
 */
record StoredLink(Link link, LinkState state, long revision, Instant updated) {
    /** Who decides where the confidence does. */
    static final String MACHINE = "casewire";

    /** The id of the link between two ends, whichever is named first. */
    static LinkId id(String one, String other) {
        return one.compareTo(other) < 0 ? LinkId.derive(one, other) : LinkId.derive(other, one);
    }

    /** One that nobody looked at, of these ends, with evidence as the first. */
    static StoredLink first(
            Telling one, Telling other, LinkState state, double confidence, List<String> reasons, Instant now) {
        boolean swap = other.isEvidence() || (!one.isEvidence() && one.id().compareTo(other.id()) > 0);
        String from = swap ? other.id() : one.id();
        String to = swap ? one.id() : other.id();
        Kind kind = one.isEvidence() || other.isEvidence() ? Kind.EVIDENCE : Kind.SAME_INNOVATION;
        return new StoredLink(new Link(id(from, to), kind, from, to, confidence, reasons, MACHINE), state, 1, now);
    }

    /** Whether a person had the last word; nothing but a person changes it then. */
    boolean decidedByPerson() {
        return link.decision() != null;
    }

    boolean says(LinkState other, double confidence, List<String> reasons) {
        return state == other
                && Double.compare(link.confidence(), confidence) == 0
                && link.reasons().equals(reasons);
    }

    StoredLink scored(LinkState next, double confidence, List<String> reasons, Instant now) {
        Link scored = new Link(link.id(), link.kind(), link.from(), link.to(), confidence, reasons, MACHINE);
        return new StoredLink(scored, next, revision + 1, now);
    }

    StoredLink decided(LinkState next, String by, String reason, Instant now) {
        Link decided = new Link(
                link.id(),
                link.kind(),
                link.from(),
                link.to(),
                link.confidence(),
                link.reasons(),
                by,
                new Decision(now, reason));
        return new StoredLink(decided, next, revision + 1, now);
    }

    /** The end that is not this. */
    String other(String end) {
        return link.from().equals(end) ? link.to() : link.from();
    }

    LinkEvent event() {
        return state.event(link, revision);
    }
}
