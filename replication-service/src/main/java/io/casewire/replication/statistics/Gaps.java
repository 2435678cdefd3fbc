package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Situations;
import io.casewire.gazetteer.Situations.Group;
import io.casewire.gazetteer.Situations.Kind;
import io.casewire.gazetteer.Situations.Situation;
import io.casewire.replication.obligation.RegionSets;
import io.casewire.replication.statistics.Adopters.By;
import io.casewire.replication.tally.Line;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what regions like one have adopted and that one has not. */
final class Gaps {
    private final AsOf asOf;
    private final Gazetteer gazetteer;
    private final Adopters adopters;

    Gaps(AsOf asOf, Gazetteer gazetteer, Adopters adopters) {
        this.asOf = asOf;
        this.gazetteer = gazetteer;
        this.adopters = adopters;
    }

    /** Wherein two regions of one level are alike. */
    enum Alike {
        /** One of their kinds: both at the sea, both at a land border, both inland. */
        KIND,
        /** The economic region of their provinces. */
        GROUP
    }

    /**
     * A region like the one asked about that adopted.
     *
     * @param alike at least one
     */
    record Peer(String code, String name, LocalDate day, By by, ObligationId obligation, List<Alike> alike) {}

    /**
     * A case that regions like it adopted and it did not.
     *
     * @param obligation of the region from this case; null where the case asks nothing of it
     * @param status of that obligation; null as {@code obligation}
     * @param peers the earliest adopter first
     */
    record Gap(
            CaseId caseId,
            String title,
            @Nullable ObligationId obligation,
            @Nullable Status status,
            List<Peer> peers) {}

    /**
     * What was found.
     *
     * @param kinds of the region; empty where none is known
     * @param group the economic region of its province; null where it is in none
     * @param day as of which the ledger is counted, in China
     * @param atLeast peers a gap has
     * @param like regions of its level that are like it and have some obligation, in the order of codes
     * @param items those with the most peers first
     */
    record Found(
            String code,
            String name,
            Level level,
            Collection<Kind> kinds,
            @Nullable Group group,
            LocalDate day,
            int atLeast,
            List<String> like,
            List<Gap> items) {}

    /** @param day at whose end is counted, in China */
    Found of(Place region, LocalDate day, int atLeast, int most) {
        Level level = RegionSets.level(region);
        Tallies tallies = asOf.on(day, LineFilter.ALL.at(level));
        Situation own = Situations.standard().of(region, gazetteer);
        List<Line> lines = tallies.lines(LineFilter.ALL.at(level));
        Map<String, List<Alike>> like = like(region, own, lines);
        Map<CaseId, List<Line>> adopted = lines.stream()
                .filter(line -> like.containsKey(line.region()) && (line.isAdopted() || line.isEvidenced()))
                .collect(Collectors.groupingBy(Line::caseId));
        List<Map.Entry<CaseId, List<Line>>> open = adopted.entrySet().stream()
                .filter(one -> one.getValue().size() >= atLeast)
                .filter(one -> isOpen(own(tallies, one.getKey(), region)))
                .sorted(Comparator.comparingInt((Map.Entry<CaseId, List<Line>> one) ->
                                -one.getValue().size())
                        .thenComparing(one -> one.getKey().value()))
                .toList();
        Map<CaseId, List<Adopters.Adopter>> dated =
                adopters
                        .of(
                                open.stream()
                                        .flatMap(one -> one.getValue().stream())
                                        .toList(),
                                day)
                        .stream()
                        .collect(Collectors.groupingBy(Adopters.Adopter::caseId));
        List<Gap> gaps = new ArrayList<>();
        for (Map.Entry<CaseId, List<Line>> one : open) {
            List<Peer> peers = dated.getOrDefault(one.getKey(), List.of()).stream()
                    .map(adopter -> peer(adopter, like))
                    .toList();
            if (peers.size() >= atLeast && gaps.size() < most) {
                gaps.add(gap(tallies, one.getKey(), region, peers));
            }
        }
        return new Found(
                region.code(),
                region.name(),
                level,
                own.kinds().stream().sorted().toList(),
                own.group(),
                day,
                atLeast,
                like.keySet().stream().sorted().toList(),
                gaps);
    }

    private Map<String, List<Alike>> like(Place region, Situation own, List<Line> lines) {
        Map<String, List<Alike>> like = new HashMap<>();
        lines.stream().map(Line::region).distinct().forEach(code -> {
            List<Alike> alike = gazetteer
                    .place(code)
                    .map(other -> alike(own, Situations.standard().of(other, gazetteer)))
                    .orElse(List.of());
            if (!alike.isEmpty() && !code.equals(region.code())) {
                like.put(code, alike);
            }
        });
        return like;
    }

    private static List<Alike> alike(Situation one, Situation other) {
        List<Alike> alike = new ArrayList<>();
        if (one.kinds().stream().anyMatch(other.kinds()::contains)) {
            alike.add(Alike.KIND);
        }
        if (one.group() != null && one.group() == other.group()) {
            alike.add(Alike.GROUP);
        }
        return List.copyOf(alike);
    }

    /** Whether the region has neither made nor adopted it, nor been let off: what a person or a document answered is no gap. */
    private static boolean isOpen(Optional<Line> own) {
        return own.map(line -> line.role() == Role.ADOPTER
                        && !line.isAdopted()
                        && !line.isEvidenced()
                        && line.outcome() != Outcome.NOT_APPLICABLE
                        && line.outcome() != Outcome.SUPERSEDED)
                .orElse(true);
    }

    private static Optional<Line> own(Tallies tallies, CaseId id, Place region) {
        return tallies.ofCase(id).stream()
                .filter(line -> line.region().equals(region.code()))
                .findFirst();
    }

    private static Gap gap(Tallies tallies, CaseId id, Place region, List<Peer> peers) {
        Optional<Line> own = own(tallies, id, region);
        return new Gap(
                id,
                tallies.title(id),
                own.map(Line::id).orElse(null),
                own.map(Line::status).orElse(null),
                peers);
    }

    private static Peer peer(Adopters.Adopter adopter, Map<String, List<Alike>> like) {
        return new Peer(
                adopter.code(),
                adopter.name(),
                adopter.day(),
                adopter.by(),
                adopter.obligation(),
                Objects.requireNonNull(like.get(adopter.code()), "peers are of those that are alike"));
    }
}
