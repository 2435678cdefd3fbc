package io.casewire.notify.matching;

import io.casewire.notify.matching.Filed.Drawer;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.Particulars;
import io.casewire.query.AskedQuery;
import io.casewire.query.Clue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The criteria that ask for one kind of event, in drawers: each lies under every value of its most selective condition, any of which
 * leads an event there that may satisfy it.
 */
final class Shelf<T> {
    private final Map<Object, Set<Filed<T>>> drawers = new HashMap<>();
    /** How many drawers are for places of queries, and for clues: both are read out of an event's text for them only. */
    private int places;

    private int clues;

    void add(Filed<T> filed) {
        for (Object label : labels(filed)) {
            Set<Filed<T>> drawer = drawers.get(label);
            if (drawer == null) {
                drawer = new HashSet<>();
                drawers.put(label, drawer);
                count(label, 1);
            }
            drawer.add(filed);
            filed.drawers().add(new Drawer(this, label));
        }
    }

    void remove(Filed<T> filed) {
        for (Drawer place : filed.drawers()) {
            Set<Filed<T>> drawer = place.shelf() == this ? drawers.get(place.label()) : null;
            if (drawer != null && drawer.remove(filed) && drawer.isEmpty()) {
                drawers.remove(place.label());
                count(place.label(), -1);
            }
        }
    }

    /** Shows what lies where an event of these facts points; criteria may be shown more than once. */
    void look(Facts facts, Consumer<Filed<T>> shown) {
        show(Anything.INSTANCE, shown);
        facts.units().forEach(unit -> show(new Unit(unit), shown));
        facts.areas().forEach(area -> show(new Area(area), shown));
        facts.zones().forEach(zone -> show(new Zone(zone), shown));
        facts.regions().forEach(region -> show(new Region(region), shown));
        facts.domains().forEach(domain -> show(domain, shown));
        Standing standing = facts.standing();
        standing.instruments().forEach(instrument -> show(new Instrument(instrument), shown));
        standing.concerned().forEach(place -> show(new Concerned(place), shown));
        Stream.of(
                        facts.originality(),
                        facts.scope(),
                        standing.strength(),
                        standing.genre(),
                        standing.level(),
                        standing.status(),
                        standing.outcome())
                .filter(Objects::nonNull)
                .forEach(value -> show(value, shown));
        if (places > 0) {
            facts.content().places().forEach(place -> show(new AskedPlace(place), shown));
        }
        if (clues > 0) {
            facts.clues().forEach(clue -> show(clue, shown));
        }
    }

    private void count(Object label, int change) {
        switch (label) {
            case AskedPlace _ -> places += change;
            case Clue _ -> clues += change;
            default -> {}
        }
    }

    private void show(Object label, Consumer<Filed<T>> shown) {
        Set<Filed<T>> drawer = drawers.get(label);
        if (drawer != null) {
            drawer.forEach(shown);
        }
    }

    private Collection<?> labels(Filed<T> filed) {
        AskedQuery asked = filed.asked();
        if (asked != null) {
            Set<Clue> clues = asked.clues(this::crowd);
            if (!clues.isEmpty()) {
                return clues;
            }
            if (!asked.placesAlone().isEmpty()) {
                return asked.placesAlone().stream()
                        .map(place -> new AskedPlace(place.id()))
                        .toList();
            }
        }
        return attributes(filed.criteria(), filed.keys())
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of(Anything.INSTANCE));
    }

    /** Values of each attribute asked for, the most selective first. */
    private static Stream<Collection<?>> attributes(Criteria criteria, Keys keys) {
        Particulars particulars = criteria.particulars();
        return Stream.of(
                keys.units().stream().map(Unit::new).toList(),
                keys.instruments().stream().map(Instrument::new).toList(),
                criteria.areas().stream().map(Area::new).toList(),
                particulars.concerns() == null ? List.of() : List.of(new Concerned(particulars.concerns())),
                criteria.zones().stream().map(Zone::new).toList(),
                criteria.regions().stream().map(Region::new).toList(),
                criteria.domains(),
                criteria.originality(),
                particulars.outcomes(),
                particulars.statuses(),
                particulars.levels(),
                particulars.genres(),
                particulars.strengths(),
                criteria.scopes());
    }

    // popular words do not all end in one drawer
    private int crowd(Clue clue) {
        return drawers.getOrDefault(clue, Set.of()).size();
    }

    private record Unit(String name) {}

    private record Instrument(String key) {}

    private record Concerned(String code) {}

    private record Area(String name) {}

    private record Zone(String name) {}

    private record Region(String code) {}

    private record AskedPlace(String id) {}

    private enum Anything {
        INSTANCE
    }
}
