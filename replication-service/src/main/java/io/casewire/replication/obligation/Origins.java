package io.casewire.replication.obligation;

import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Level;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who made a case, and whether that is a place a promotion addresses. Pure. */
final class Origins {
    private final Gazetteer gazetteer;
    private final Map<String, Zone> zones = new TreeMap<>();
    private final Map<String, Set<Area>> areas = new TreeMap<>();
    private final List<String> units;

    Origins(Gazetteer gazetteer, List<String> zones, List<String> areas, List<String> units) {
        this.gazetteer = gazetteer;
        zones.forEach(name -> gazetteer.zoneNamed(name).ifPresent(zone -> this.zones.put(name, zone)));
        areas.forEach(name -> this.areas.put(name, meant(name)));
        this.units = units;
    }

    /** The areas a name means: those of the zones named, where any is. */
    private Set<Area> meant(String name) {
        Stream<Area> found = zones.isEmpty()
                ? gazetteer.areas(name).stream()
                : zones.values().stream().flatMap(zone -> gazetteer.mentions(name, zone).stream()
                        .filter(mention -> mention.referent() instanceof Area area
                                && area.zone().equals(zone.id()))
                        .map(mention -> (Area) mention.referent()));
        return found.collect(Collectors.toSet());
    }

    /**
     * The names of those who made it and are that place or work there; empty if nobody does.
     *
     * @param whole whether the promotion addresses nobody but that province: what a part of it made is for the rest of it
     */
    List<String> at(Place place, boolean whole) {
        return switch (place) {
            case Region region when region.provincial() -> whole ? List.of() : ofProvince(region.code());
            case Region region -> ofPart(region);
            case Zone zone -> ofZone(zone);
            case Area area -> named(areas, meant -> meant.contains(area));
        };
    }

    /** Its zones tell; where none is named its areas, and last its units. */
    private List<String> ofProvince(String code) {
        if (!zones.isEmpty()) {
            return named(zones, zone -> zone.province().equals(code));
        }
        List<String> ofAreas = new ArrayList<>();
        boolean told = false;
        for (Map.Entry<String, Set<Area>> area : areas.entrySet()) {
            Set<String> provinces = provinces(area.getValue());
            told |= provinces.size() == 1;
            if (provinces.equals(Set.of(code))) {
                ofAreas.add(area.getKey());
            }
        }
        return told ? ofAreas : ofUnits(code);
    }

    private List<String> ofUnits(String province) {
        return units.stream()
                .filter(unit -> provinces(gazetteer.regions(unit)).equals(Set.of(province)))
                .distinct()
                .toList();
    }

    private List<String> ofZone(Zone zone) {
        List<String> made = ofProvince(zone.province());
        return zones.isEmpty() || zones.containsValue(zone) ? made : List.of();
    }

    /**
     * A prefecture or county, by an area that lies in it or a unit that bears its whole name: 长沙海关 works for the province, 长沙市商务局
     * for the city.
     */
    private List<String> ofPart(Region region) {
        List<String> made = new ArrayList<>(named(
                areas,
                meant -> meant.size() == 1 && meant.iterator().next().place().equals(region.code())));
        units.stream().filter(unit -> bears(unit, region)).forEach(made::add);
        return made.stream().distinct().toList();
    }

    private boolean bears(String unit, Region region) {
        boolean county = region.level() == Level.COUNTY && region.name().length() > 2;
        return county
                ? unit.contains(region.name()) && inProvince(unit, region)
                : unit.contains(region.name()) && gazetteer.regions(unit).contains(region);
    }

    /** A county's name is found in a unit of another province too (朝阳区): the unit or the zones must not speak of another. */
    private boolean inProvince(String unit, Region county) {
        String province = gazetteer.provinceOf(county).code();
        Set<String> told = new TreeSet<>(provinces(gazetteer.regions(unit)));
        zones.values().forEach(zone -> told.add(zone.province()));
        return told.equals(Set.of(province));
    }

    private Set<String> provinces(Collection<? extends Place> places) {
        return places.stream().map(gazetteer::provinceOf).map(Region::code).collect(Collectors.toSet());
    }

    private static <T> List<String> named(Map<String, T> names, Predicate<T> made) {
        return names.entrySet().stream()
                .filter(name -> made.test(name.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
