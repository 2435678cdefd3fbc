package io.casewire.replication.evidence;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.obligation.RegionInScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Promoted cases of some titles, and all that documents said of them.
 *
 * @param files by id
 * @param byTitle the same by what titles are compared by
 * @param facts that name one of the titles, once named it, or are settled to one of the cases
 */
record Surroundings(Map<CaseId, CaseFile> files, Map<String, List<CaseFile>> byTitle, List<KeptFact> facts) {
    static Surroundings of(Map<CaseId, CaseFile> files, List<KeptFact> facts) {
        return new Surroundings(
                files, files.values().stream().collect(Collectors.groupingBy(CaseFile::titleKey)), facts);
    }

    Map<CaseId, Long> revisions() {
        Map<CaseId, Long> revisions = new HashMap<>();
        files.forEach((id, file) -> revisions.put(id, file.revision()));
        return revisions;
    }

    /** The line a fact speaks for, whether or not there is one; empty where it is not certain which. */
    Optional<ObligationId> spokenFor(KeptFact kept) {
        Settlement settlement = kept.settlement();
        if (settlement != null) {
            return settlement.caseId() == null || settlement.region() == null
                    ? Optional.empty()
                    : Optional.of(ObligationId.derive(settlement.caseId().value(), settlement.region()));
        }
        List<CaseFile> named = named(kept);
        String region = kept.fact().adoption().regionCode();
        return named.size() == 1 && region != null
                ? Optional.of(named.getFirst().obligation(answering(named.getFirst(), region)))
                : Optional.empty();
    }

    /**
     * Why a fact waits for a person; empty where it does not.
     *
     * @param obliged lines that hold, of those who did not make the case
     */
    Optional<Unmatched> unmatched(KeptFact kept, Set<ObligationId> obliged) {
        if (kept.settlement() != null) {
            return Optional.empty();
        }
        return switch (named(kept).size()) {
            case 0 -> Optional.of(Unmatched.NO_CASE);
            case 1 -> {
                Optional<ObligationId> line = spokenFor(kept);
                if (line.isEmpty()) {
                    yield Optional.of(Unmatched.NO_REGION);
                }
                yield obliged.contains(line.get()) ? Optional.empty() : Optional.of(Unmatched.NOT_OBLIGED);
            }
            default -> Optional.of(Unmatched.SEVERAL_CASES);
        };
    }

    private List<CaseFile> named(KeptFact kept) {
        return byTitle.getOrDefault(kept.resultKey(), List.of());
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
}
