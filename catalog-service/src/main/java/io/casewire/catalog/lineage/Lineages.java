package io.casewire.catalog.lineage;

import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Promotion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which cases tell of the same innovation, and which of them stands for all. */
public final class Lineages {
    private static final int MOST_EVIDENCE = 1_000;

    private static final Comparator<StoredCase> WIDEST = Comparator.<StoredCase, Standing>comparing(
                    found -> Standing.of(found.content(), found.document()))
            .thenComparing(found -> Objects.requireNonNullElse(since(found), ""))
            .thenComparing(found -> found.content().id().value(), Comparator.reverseOrder());

    private static final Comparator<StoredCase> BY_TIME = Comparator.comparing(
                    Lineages::since, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(
                    found -> Standing.of(found.content(), found.document()).stage())
            .thenComparing(found -> found.content().id().value());

    private final Links links;
    private final Cases cases;

    Lineages(Links links, Cases cases) {
        this.links = links;
        this.cases = cases;
    }

    /**
     * For each of these cases that is told elsewhere too, the ids of the other tellings; what is withdrawn is among them. Who shows a
     * list folds them. Only what is confirmed counts.
     *
     * @param ids of cases; those told once, and those the catalogue does not have, are left out
     */
    public Map<String, Set<String>> others(Collection<String> ids) {
        Map<String, Set<String>> others = new LinkedHashMap<>();
        Set<String> linked = linked(ids);
        for (String id : ids) {
            if (linked.contains(id)) {
                Set<String> tellings = confirmed(id);
                tellings.remove(id);
                others.put(id, tellings);
            }
        }
        return others;
    }

    /**
     * For each of these cases that is told elsewhere too, the telling that stands for all of them: the most widely promoted.
     *
     * @param ids as for {@link #others}
     */
    public Map<String, String> heads(Collection<String> ids) {
        Map<String, String> heads = new LinkedHashMap<>();
        others(ids).forEach((id, others) -> {
            List<String> all = new ArrayList<>(others);
            all.add(id);
            List<StoredCase> tellings = cases.findAll(all).stream()
                    .filter(found -> !found.withdrawn())
                    .toList();
            if (tellings.size() > 1) {
                heads.put(id, head(tellings).content().id().value());
            }
        });
        return heads;
    }

    /** Ids of the evidence that any confirmed telling of a case's innovation was adopted. */
    public List<String> evidence(CaseId id) {
        Set<String> tellings = confirmed(id.value());
        Set<String> evidence = new LinkedHashSet<>();
        for (StoredLink link :
                links.touching(tellings, Kind.EVIDENCE, EnumSet.of(LinkState.CONFIRMED), MOST_EVIDENCE)) {
            evidence.add(link.link().from());
        }
        return List.copyOf(evidence);
    }

    /** All tellings of a case's innovation; empty if the catalogue never had the case. */
    Optional<Lineage> of(CaseId id) {
        if (cases.find(id).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Walk.Reached> reached = Walk.from(links, id.value());
        List<StoredCase> found = new ArrayList<>(cases.findAll(reached.keySet()));
        found.removeIf(one -> one.withdrawn() && !one.content().id().equals(id));
        found.sort(BY_TIME);
        List<StoredCase> confirmed = found.stream()
                .filter(one -> reached(reached, one).state() == LinkState.CONFIRMED)
                .toList();
        return Optional.of(new Lineage(
                id,
                head(confirmed).content().id(),
                found.stream().map(one -> member(one, reached(reached, one))).toList()));
    }

    private Set<String> linked(Collection<String> ids) {
        Set<String> linked = new LinkedHashSet<>();
        for (StoredLink link :
                links.touching(ids, Kind.SAME_INNOVATION, EnumSet.of(LinkState.CONFIRMED), Integer.MAX_VALUE)) {
            linked.add(link.link().from());
            linked.add(link.link().to());
        }
        return linked;
    }

    private Set<String> confirmed(String id) {
        Set<String> confirmed = new LinkedHashSet<>();
        Walk.from(links, id).forEach((other, how) -> {
            if (how.state() == LinkState.CONFIRMED) {
                confirmed.add(other);
            }
        });
        return confirmed;
    }

    private static StoredCase head(List<StoredCase> tellings) {
        return tellings.stream().max(WIDEST).orElseThrow();
    }

    private static Walk.Reached reached(Map<String, Walk.Reached> reached, StoredCase one) {
        return Objects.requireNonNull(reached.get(one.content().id().value()));
    }

    private static Lineage.Member member(StoredCase found, Walk.Reached how) {
        return new Lineage.Member(
                found.content().id(),
                found.content().title(),
                found.document(),
                since(found),
                how.confidence(),
                how.state(),
                how.reason());
    }

    private static @Nullable String since(StoredCase found) {
        Promotion promotion = found.content().promotion();
        return promotion != null && promotion.since() != null
                ? promotion.since()
                : found.document().issuedOn();
    }
}
