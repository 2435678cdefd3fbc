package io.casewire.replication.obligation;

import io.casewire.contracts.id.CaseId;
import io.casewire.replication.lineage.LinksChanged;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;

/** Brings the ledger into line with the links: who made a case, and what a later instrument takes the place of. */
final class LineageFollower {
    private static final int CASES_AT_ONCE = 60;

    private final Derivation derivation;

    LineageFollower(Derivation derivation) {
        this.derivation = derivation;
    }

    @EventListener
    void on(LinksChanged changed) {
        List<CaseId> ids = new ArrayList<>(changed.cases());
        for (int from = 0; from < ids.size(); from += CASES_AT_ONCE) {
            derivation.reconcile(ids.subList(from, Math.min(ids.size(), from + CASES_AT_ONCE)));
        }
    }
}
