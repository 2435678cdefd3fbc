package io.casewire.replication.obligation;

import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was handed down of lines that no longer hold. Pure. */
final class Orphans {
    private Orphans() {}

    /** Lets it lapse, however often it was handed on. */
    static List<Change> of(List<Entry> present, List<Change> changes, Map<CaseId, CaseFile> kept, Instant now) {
        Map<ObligationId, Entry> after = new LinkedHashMap<>();
        present.forEach(entry -> after.put(entry.id(), entry));
        changes.forEach(change -> after.put(change.after().id(), change.after()));
        List<Change> orphaned = new ArrayList<>();
        boolean found = true;
        while (found) {
            found = false;
            for (Entry entry : List.copyOf(after.values())) {
                Entry parent = entry.parent().map(after::get).orElse(null);
                CaseFile file = kept.get(entry.obligation().caseId());
                if (entry.active() && parent != null && !parent.active() && file != null) {
                    Change lapse = lapse(file, entry, now);
                    orphaned.add(lapse);
                    after.put(entry.id(), lapse.after());
                    found = true;
                }
            }
        }
        return orphaned;
    }

    private static Change lapse(CaseFile file, Entry entry, Instant now) {
        Entry lapsed = entry.lapsing(entry.obligation().caseRevision(), Parts.PART_OF_NOTHING, now);
        return Derivation.change(
                file,
                lapsed,
                entry.revision(),
                new ObligationLapsed(lapsed.obligation(), lapsed.revision(), Parts.PART_OF_NOTHING));
    }
}
