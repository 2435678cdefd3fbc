package io.casewire.notify.matching;

import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.Particulars;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attributes that criteria ask for and that events have, as labels that are equal where the one is the other. */
final class Labels {
    private Labels() {}

    /** What an event of these facts is, in the order of {@link #askedBy}. */
    static List<Object> of(Facts facts) {
        List<Object> labels = new ArrayList<>();
        Standing standing = facts.standing();
        facts.units().forEach(unit -> labels.add(new Unit(unit)));
        standing.instruments().forEach(instrument -> labels.add(new Instrument(instrument)));
        facts.areas().forEach(area -> labels.add(new Area(area)));
        standing.concerned().forEach(place -> labels.add(new Concerned(place)));
        facts.zones().forEach(zone -> labels.add(new Zone(zone)));
        facts.regions().forEach(region -> labels.add(new Region(region)));
        labels.addAll(facts.domains());
        Stream.of(
                        facts.originality(),
                        standing.outcome(),
                        standing.status(),
                        standing.level(),
                        standing.genre(),
                        standing.strength(),
                        facts.scope())
                .filter(Objects::nonNull)
                .forEach(labels::add);
        return labels;
    }

    /** Of each attribute asked for its labels, any of which will do; the most selective attribute first. */
    static List<Set<?>> askedBy(Criteria criteria, Keys keys) {
        Particulars particulars = criteria.particulars();
        return Stream.<Set<?>>of(
                        labels(keys.units(), Unit::new),
                        labels(keys.instruments(), Instrument::new),
                        labels(criteria.areas(), Area::new),
                        particulars.concerns() == null ? Set.of() : Set.of(new Concerned(particulars.concerns())),
                        labels(criteria.zones(), Zone::new),
                        labels(criteria.regions(), Region::new),
                        criteria.domains(),
                        criteria.originality(),
                        particulars.outcomes(),
                        particulars.statuses(),
                        particulars.levels(),
                        particulars.genres(),
                        particulars.strengths(),
                        criteria.scopes())
                .filter(labels -> !labels.isEmpty())
                .toList();
    }

    private static Set<Object> labels(Set<String> values, Function<String, Object> label) {
        return values.stream().map(label).collect(Collectors.toUnmodifiableSet());
    }

    private record Unit(String name) {}

    private record Instrument(String key) {}

    private record Concerned(String code) {}

    private record Area(String name) {}

    private record Zone(String name) {}

    private record Region(String code) {}
}
