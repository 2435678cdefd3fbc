package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.casewire.contracts.id.LinkId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a link. Made by catalog on {@code casewire.link}; read by replication and notify, and by catalog itself,
 * which keeps people's decisions nowhere else.
 */
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

    /** The link does not hold: a person said so, or what spoke for it is gone. */
    record LinkRejected(Link link, long revision) implements LinkEvent {}

    /**
     * A link.
     *
     * @param from a case id ({@code SAME_INNOVATION}: the lesser of the two, as the link has no direction) or an evidence id ({@code
     *     EVIDENCE})
     * @param to a case id
     * @param confidence 0 to 1
     * @param reasons what speaks for it, for a person to read
     * @param decidedBy the token subject of who decided; {@code casewire} where the confidence did
     * @param decision what the person said; null where the confidence decided
     */
    record Link(
            LinkId id,
            Kind kind,
            String from,
            String to,
            double confidence,
            List<String> reasons,
            String decidedBy,
            @Nullable Decision decision) {
        public Link {
            reasons = List.copyOf(reasons);
        }

        /** One that no person decided. */
        public Link(
                LinkId id,
                Kind kind,
                String from,
                String to,
                double confidence,
                List<String> reasons,
                String decidedBy) {
            this(id, kind, from, to, confidence, reasons, decidedBy, null);
        }
    }

    /**
     * What a person said of a link.
     *
     * @param at when, in whole milliseconds
     * @param reason why, in the person's words
     */
    record Decision(Instant at, String reason) {}

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
