package io.casewire.replication.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.replication.tally.AdoptionRate;
import io.casewire.replication.tally.Dimension;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import io.casewire.replication.tally.Tally;
import io.casewire.serving.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rates by group.
 *
 * @param level of the regions counted; null where they are grouped by level
 * @param day as of which the ledger is counted, in China
 * @param overall of all that fit, each obligation once; null where they are grouped by level
 * @param without of those whose document does not say to which group they belong; null where there are none
 * @param page groups in the order of their keys; those without an obligation are absent
 */
record Grouped(
        Dimension by,
        @Nullable Level level,
        LocalDate day,
        @Nullable AdoptionRate overall,
        @Nullable AdoptionRate without,
        @JsonUnwrapped Page<Group> page)
        implements Counted {

    /**
     * One group.
     *
     * @param key as the filter of that name takes it
     * @param name for Chinese readers where there is one, else the key
     */
    record Group(String key, String name, AdoptionRate rate) {}

    /** @param after the key the page begins behind; null for the first page */
    static Grouped of(
            Tallies tallies,
            Names names,
            Dimension by,
            LineFilter filter,
            LocalDate day,
            @Nullable String after,
            int size) {
        List<Map.Entry<String, Tally.ByLevel>> groups = tallies.by(by, filter).entrySet().stream()
                .filter(group -> after == null || group.getKey().compareTo(after) > 0)
                .toList();
        Level level = filter.level();
        Tally.ByLevel without = tallies.without(by, filter);
        return new Grouped(
                by,
                level,
                day,
                level == null ? null : tallies.all(filter).rate(level),
                level == null || !without.has(level) ? null : without.rate(level),
                Page.of(
                        groups,
                        size,
                        group -> new Group(
                                group.getKey(),
                                names.of(by, group.getKey()),
                                group.getValue().rates().getFirst()),
                        Map.Entry::getKey));
    }
}
