package io.casewire.catalog.lineage;

import io.casewire.contracts.event.LinkEvent.Decision;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;

/** What people say of links. Each decision is an event, so who decided what, when and why stays in the log. */
final class Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final int ROUNDS = 50;

    private final Links links;
    private final Clock clock;

    Decisions(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** What a person may decide. */
    enum Verdict {
        CONFIRMED(LinkState.CONFIRMED),
        REJECTED(LinkState.REJECTED);

        private final LinkState state;

        Verdict(LinkState state) {
            this.state = state;
        }
    }

    /**
     * Decides, whatever was decided before; the same decision of the same person for the same reason again changes nothing.
     *
     * @return the link as it is now; empty if there is none
     */
    Optional<StoredLink> decide(LinkId id, Verdict verdict, String reason, Caller caller) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<StoredLink> found = links.find(id);
            if (found.isEmpty() || isSaid(found.get(), verdict, reason, caller)) {
                return found;
            }
            StoredLink before = found.get();
            Instant now = clock.instant();
            StoredLink after = before.decided(verdict.state, caller.subject(), reason, now);
            // made anew by each round: an event tells the revision it was written with
            LinkChange change = new LinkChange(
                    after,
                    before.revision(),
                    Envelope.now(
                            after.event(), Linker.SOURCE, now, UUID.randomUUID().toString(), false));
            if (links.write(List.of(change))) {
                LOG.info("{} decided that {} is {}", caller.subject(), id, verdict);
                return Optional.of(after);
            }
        }
        throw new OptimisticLockingFailureException("The link " + id + " keeps changing");
    }

    private static boolean isSaid(StoredLink link, Verdict verdict, String reason, Caller caller) {
        Decision decision = link.link().decision();
        return decision != null
                && link.state() == verdict.state
                && link.link().decidedBy().equals(caller.subject())
                && decision.reason().equals(reason);
    }
}
