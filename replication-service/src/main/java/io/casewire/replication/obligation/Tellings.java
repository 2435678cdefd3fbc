package io.casewire.replication.obligation;

import io.casewire.contracts.id.CaseId;
import io.casewire.replication.lineage.Links;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The other tellings of what cases tell, with their files. */
final class Tellings {
    private final Links links;
    private final Cases cases;

    Tellings(Links links, Cases cases) {
        this.links = links;
        this.cases = cases;
    }

    /** Of those of these cases that are promoted and to whom it matters: they name no maker, or may be superseded. */
    Map<CaseId, List<CaseFile>> of(Collection<CaseFile> files) {
        List<CaseId> asked = files.stream()
                .filter(file -> Makers.areUnnamed(file.promoted()) || Supersession.canBefall(file))
                .map(CaseFile::id)
                .toList();
        Map<CaseId, Set<CaseId>> lineages = links.lineages(asked);
        Set<CaseId> others = new LinkedHashSet<>();
        lineages.values().forEach(others::addAll);
        Map<CaseId, CaseFile> found = others.isEmpty() ? Map.of() : cases.findAll(others);
        Map<CaseId, List<CaseFile>> tellings = new LinkedHashMap<>();
        lineages.forEach((id, linked) -> tellings.put(
                id, linked.stream().map(found::get).filter(Objects::nonNull).toList()));
        return tellings;
    }

    /** The cases whose obligations may rest on what these tell. */
    Set<CaseId> restingOn(Collection<CaseId> ids) {
        Set<CaseId> resting = new LinkedHashSet<>();
        links.lineages(ids).values().forEach(resting::addAll);
        return resting;
    }

    /** Which of these linked cases have been read here, and heard of in links. */
    Set<CaseId> known(Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<CaseId> known = new LinkedHashSet<>(links.known(ids));
        known.retainAll(cases.findAll(ids).keySet());
        return known;
    }
}
