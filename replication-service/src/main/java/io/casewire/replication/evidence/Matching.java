package io.casewire.replication.evidence;

import io.casewire.contracts.event.ObligationEvent.ObligationAssuranceChanged;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.obligation.Cases;
import io.casewire.replication.obligation.Cases.Kept;
import io.casewire.replication.obligation.TitlesChanged;
import io.casewire.text.ComparableKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Joins a fact to an obligation when the result it names is, but for spelling, the title of exactly one promoted case, and the
 * region it names is the very region obliged. What is less certain waits for the catalogue's links. Level-triggered like
 * the derivation, whichever of case and fact comes first.
 */
final class Matching {
    private static final int ROUNDS = 50;

    private final Facts facts;
    private final Cases cases;
    private final Entries entries;
    private final Clock clock;

    Matching(Facts facts, Cases cases, Entries entries, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.entries = entries;
        this.clock = clock;
    }

    @EventListener
    void on(TitlesChanged changed) {
        match(changed.titleKeys());
    }

    /**
     * Brings the assurance of cases with these titles into line with the facts.
     *
     * @throws OptimisticLockingFailureException if others changed them faster than they could be written; try again
     */
    void match(Collection<String> titleKeys) {
        for (int round = 0; round < ROUNDS; round++) {
            if (entries.write(changes(titleKeys))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("The assurance of " + titleKeys.size() + " titles keep changing");
    }

    private List<Change> changes(Collection<String> titleKeys) {
        Map<String, List<Kept>> byTitle = cases.promotedTitled(titleKeys).stream()
                .collect(Collectors.groupingBy(kept -> kept.file().titleKey()));
        Map<ObligationId, Map<EvidenceId, Fact>> speaking = speaking(byTitle);
        Map<ObligationId, Long> caseRevisions = new LinkedHashMap<>();
        byTitle.values()
                .forEach(titled -> titled.forEach(kept -> kept.ever()
                        .forEach(region -> caseRevisions.put(
                                kept.file().obligation(region), kept.file().revision()))));
        Collection<Entry> present = entries.findAll(caseRevisions.keySet()).values();
        Set<EvidenceId> known = facts.known(present.stream()
                .flatMap(entry -> entry.obligation().evidence().stream())
                .toList());
        // the store keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Change> changes = new ArrayList<>();
        for (Entry entry : present) {
            long caseRevision = caseRevisions.getOrDefault(entry.id(), 0L);
            Map<EvidenceId, Fact> found = speaking.getOrDefault(entry.id(), Map.of());
            List<EvidenceId> wanted = wanted(entry, found.keySet(), known);
            // a restored ledger is ahead of the case files until these are read again
            if (entry.active()
                    && entry.obligation().role() == Role.ADOPTER
                    && entry.obligation().caseRevision() <= caseRevision
                    && !wanted.equals(entry.obligation().evidence())) {
                changes.add(change(entry, wanted, found, now));
            }
        }
        return changes;
    }

    private Map<ObligationId, Map<EvidenceId, Fact>> speaking(Map<String, List<Kept>> byTitle) {
        Map<ObligationId, Map<EvidenceId, Fact>> speaking = new HashMap<>();
        for (Fact fact : facts.of(byTitle.keySet())) {
            List<Kept> named =
                    byTitle.getOrDefault(ComparableKey.of(fact.adoption().resultName()), List.of());
            String region = fact.adoption().regionCode();
            if (named.size() == 1 && region != null) {
                speaking.computeIfAbsent(named.getFirst().file().obligation(region), any -> new LinkedHashMap<>())
                        .put(fact.id(), fact);
            }
        }
        return speaking;
    }

    /** What was found, and what a restored ledger says of facts that are still to be read again; sorted. */
    private static List<EvidenceId> wanted(Entry entry, Set<EvidenceId> found, Set<EvidenceId> known) {
        return Stream.concat(
                        found.stream(), entry.obligation().evidence().stream().filter(id -> !known.contains(id)))
                .distinct()
                .sorted(Comparator.comparing(EvidenceId::value))
                .toList();
    }

    private static Change change(Entry before, List<EvidenceId> wanted, Map<EvidenceId, Fact> found, Instant now) {
        Entry after = before.evidencedBy(wanted, now);
        List<Fact> added = found.values().stream()
                .filter(fact -> !before.obligation().evidence().contains(fact.id()))
                .toList();
        String correlation =
                added.isEmpty() ? before.id().value() : added.getFirst().correlationId();
        boolean backfill = !added.isEmpty() && added.stream().allMatch(Fact::backfill);
        return new Change(
                after,
                before.revision(),
                Envelope.now(
                        new ObligationAssuranceChanged(after.obligation(), after.revision()),
                        Ledger.SOURCE,
                        now,
                        correlation,
                        backfill));
    }
}
