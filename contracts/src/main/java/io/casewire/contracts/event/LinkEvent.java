package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.casewire.contracts.id.LinkId;
import java.util.List;

/** What became of a link. Made by catalog on {@code casewire.link}; read by replication and notify. */
public sealed interface LinkEvent extends Event {
    /** The link at this revision. */
    Link link();

    @Override
    default String key() {
        return link().id().value();
    }

    /** The likeness is not certain enough to act on; a person decides. */
    record LinkProposed(Link link, long revision) implements LinkEvent {}

    /** The link holds, by its confidence or by a person's decision. */
    record LinkConfirmed(Link link, long revision) implements LinkEvent {}

    /** The link does not hold. */
    record LinkRejected(Link link, long revision) implements LinkEvent {}

    /**
     * A link.
     *
     * @param from a case id ({@code SAME_INNOVATION}) or an evidence id ({@code EVIDENCE})
     * @param to a case id
     * @param confidence 0 to 1
     * @param reasons what speaks for it, for a person to read
     * @param decidedBy the token subject of who decided; {@code casewire} where the confidence did
     */
    record Link(
            LinkId id, Kind kind, String from, String to, double confidence, List<String> reasons, String decidedBy) {
        public Link {
            reasons = List.copyOf(reasons);
        }
    }

    /** What is linked. */
    enum Kind {
        /** The same innovation in two documents. */
        SAME_INNOVATION,
        /** A document's evidence that a case was adopted. */
        EVIDENCE,
        /** A kind a newer producer knows. */
        @JsonEnumDefaultValue
        OTHER
    }
}
