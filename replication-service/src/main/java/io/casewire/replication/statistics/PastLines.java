package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.replication.tally.Tallies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a region as they stood at the end of a past day, which is asked of their histories and not of the store. */
final class PastLines {
    private static final int BATCH = 500;

    private final Entries entries;

    PastLines(Entries entries) {
        this.entries = entries;
    }

    /**
     * Those in the order of their ids.
     *
     * @param status that they had then; null for any
     * @param lapsed whether to include those that did not hold then
     * @param after the id to begin behind; null for the beginning
     */
    List<Entry> page(
            String region,
            LocalDate day,
            @Nullable Status status,
            boolean lapsed,
            @Nullable ObligationId after,
            int limit) {
        EntryFilter all = new EntryFilter(null, region, null, null, null, true);
        List<Entry> found = new ArrayList<>();
        ObligationId last = after;
        while (true) {
            List<Entry> batch = entries.page(all, last, BATCH);
            for (Entry entry : batch) {
                entry.before(Tallies.end(day))
                        .filter(then -> (lapsed || then.active())
                                && (status == null || then.obligation().status() == status))
                        .ifPresent(found::add);
                if (found.size() == limit) {
                    return found;
                }
            }
            if (batch.size() < BATCH) {
                return found;
            }
            last = batch.getLast().id();
        }
    }
}
