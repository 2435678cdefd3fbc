package io.casewire.replication.obligation;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Takes what documents say of instruments' days, and brings the ledger into line with it. */
public final class Announcements {
    private final Instruments instruments;
    private final Cases cases;
    private final Derivation derivation;

    Announcements(Instruments instruments, Cases cases, Derivation derivation) {
        this.instruments = instruments;
        this.cases = cases;
        this.derivation = derivation;
    }

    /** Keeps those that are newer than what is kept, and derives the cases that rest on their instruments anew. */
    public void take(Collection<Announcement> announcements) {
        // a document is told again with each of its cases
        List<Announcement> pending = instruments.notYetApplied(announcements);
        if (pending.isEmpty()) {
            return;
        }
        Set<String> keys = instruments.keepNewer(pending);
        // kept first and looked for then: a case that comes meanwhile looks for the day after it is kept
        List<CaseFile> resting = keys.isEmpty() ? List.of() : cases.restingOn(keys);
        if (!resting.isEmpty()) {
            derivation.reconcile(resting.stream().map(CaseFile::id).toList());
        }
        instruments.applied(pending);
    }
}
