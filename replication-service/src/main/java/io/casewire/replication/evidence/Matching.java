package io.casewire.replication.evidence;

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
import io.casewire.replication.obligation.TitlesChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Joins a fact to an obligation when the result it names is, but for spelling, the title of exactly one promoted case, and the
 * region it names is the very region obliged, or where a person said so. What is less certain waits for a person. Level-triggered
 * like the derivation, whichever of case and fact comes first.
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
     * Brings the assurance of cases with these titles into line with the facts, and notes which facts wait for a person.
     *
     * @throws OptimisticLockingFailureException if others changed them faster than they could be written; try again
     */
    void match(Collection<String> titleKeys) {
        for (int round = 0; round < ROUNDS; round++) {
            Judged judged = judged(titleKeys);
            if (entries.write(judged.changes())) {
                if (judged.notes().isEmpty()) {
                    return;
                }
                // whoever notes looks once more behind it: what others did meanwhile was perhaps not seen
                facts.note(judged.notes());
            }
        }
        throw new OptimisticLockingFailureException("The assurance of " + titleKeys.size() + " titles keep changing");
    }

    /**
     * What is to be written.
     *
     * @param notes of facts, why they wait, where that is not noted; empty for those that do not
     */
    private record Judged(List<Change> changes, Map<KeptFact, Optional<Unmatched>> notes) {}

    private Judged judged(Collection<String> titleKeys) {
        Surroundings around = surroundings(titleKeys);
        List<Entry> present = entries.ofCases(around.revisions().keySet());
        Map<ObligationId, Map<EvidenceId, Fact>> speaking = new HashMap<>();
        Map<KeptFact, Optional<Unmatched>> notes = new LinkedHashMap<>();
        Set<ObligationId> obliged =
                present.stream().filter(Matching::canBeSpokenFor).map(Entry::id).collect(Collectors.toSet());
        for (KeptFact kept : around.facts()) {
            Optional<Unmatched> why = Optional.empty();
            if (kept.stands()) {
                why = around.unmatched(kept, obliged);
                around.spokenFor(kept).ifPresent(id -> speaking.computeIfAbsent(id, any -> new LinkedHashMap<>())
                        .put(kept.id(), kept.fact()));
            }
            if (!kept.judged() || !why.equals(Optional.ofNullable(kept.unmatched()))) {
                notes.put(kept, why);
            }
        }
        List<Change> changes = changes(present, around.revisions(), speaking);
        // a fact that came after they were read is known, and not found among them
        return losesEvidence(present, changes)
                        && !surroundings(titleKeys).facts().equals(around.facts())
                ? judged(titleKeys)
                : new Judged(changes, notes);
    }

    /** The cases of these titles and what is said of them; and those that such facts name now, or are settled to. */
    private Surroundings surroundings(Collection<String> titleKeys) {
        Set<String> keys = new LinkedHashSet<>(titleKeys);
        while (true) {
            Map<CaseId, CaseFile> files = new LinkedHashMap<>();
            cases.promotedTitled(keys).forEach(file -> files.put(file.id(), file));
            List<KeptFact> kept = facts.about(keys, files.keySet());
            Set<CaseId> elsewhere = kept.stream()
                    .flatMap(fact -> Stream.ofNullable(fact.settlement()))
                    .flatMap(settlement -> Stream.ofNullable(settlement.caseId()))
                    .filter(id -> !files.containsKey(id))
                    .collect(Collectors.toSet());
            Set<String> more = new LinkedHashSet<>(cases.titleKeys(elsewhere));
            kept.forEach(fact -> more.add(fact.resultKey()));
            if (!keys.addAll(more)) {
                return Surroundings.of(files, kept);
            }
        }
    }

    private List<Change> changes(
            List<Entry> present, Map<CaseId, Long> caseRevisions, Map<ObligationId, Map<EvidenceId, Fact>> speaking) {
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
            if (canBeSpokenFor(entry)
                    && entry.obligation().caseRevision() <= caseRevision
                    && !wanted.equals(entry.obligation().evidence())) {
                changes.add(change(entry, wanted, found, now));
            }
        }
        return changes;
    }

    private static boolean losesEvidence(List<Entry> present, List<Change> changes) {
        Map<ObligationId, Entry> before = new HashMap<>();
        present.forEach(entry -> before.put(entry.id(), entry));
        return changes.stream().map(Change::after).anyMatch(after -> Optional.ofNullable(before.get(after.id()))
                .map(entry -> !after.obligation()
                        .evidence()
                        .containsAll(entry.obligation().evidence()))
                .orElse(false));
    }

    private static boolean canBeSpokenFor(Entry entry) {
        return entry.active() && entry.obligation().role() == Role.ADOPTER;
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
