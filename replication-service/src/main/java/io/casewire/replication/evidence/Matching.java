package io.casewire.replication.evidence;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.ObligationAssuranceChanged;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.obligation.Cases;
import io.casewire.replication.obligation.RegionInScope;
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
        Map<String, List<CaseFile>> byTitle =
                cases.promotedTitled(titleKeys).stream().collect(Collectors.groupingBy(CaseFile::titleKey));
        Map<CaseId, Long> caseRevisions = new LinkedHashMap<>();
        byTitle.values().forEach(titled -> titled.forEach(file -> caseRevisions.put(file.id(), file.revision())));
        Map<ObligationId, Map<EvidenceId, Fact>> speaking = speaking(byTitle);
        List<Entry> present = entries.ofCases(caseRevisions.keySet());
        Set<EvidenceId> known = facts.known(present.stream()
                .flatMap(entry -> entry.obligation().evidence().stream())
                .toList());
        // the store keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Change> changes = new ArrayList<>();
        for (Entry entry : present) {
            long caseRevision = caseRevisions.getOrDefault(entry.obligation().caseId(), 0L);
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

    private Map<ObligationId, Map<EvidenceId, Fact>> speaking(Map<String, List<CaseFile>> byTitle) {
        Map<ObligationId, Map<EvidenceId, Fact>> speaking = new HashMap<>();
        for (Fact fact : facts.of(byTitle.keySet())) {
            List<CaseFile> named =
                    byTitle.getOrDefault(ComparableKey.of(fact.adoption().resultName()), List.of());
            String region = fact.adoption().regionCode();
            if (named.size() == 1 && region != null) {
                CaseFile file = named.getFirst();
                speaking.computeIfAbsent(file.obligation(answering(file, region)), any -> new LinkedHashMap<>())
                        .put(fact.id(), fact);
            }
        }
        return speaking;
    }

    /** Who owes what a document says of that region: itself, or the zone of a province that itself owes nothing. */
    private static String answering(CaseFile file, String region) {
        return file.regions().stream().anyMatch(scoped -> scoped.code().equals(region))
                ? region
                : file.regions().stream()
                        .filter(scoped -> scoped.level() == Level.ZONE
                                && scoped.provinceCode().equals(region))
                        .map(RegionInScope::code)
                        .findFirst()
                        .orElse(region);
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
