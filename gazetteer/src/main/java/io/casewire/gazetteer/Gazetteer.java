package io.casewire.gazetteer;

import io.casewire.gazetteer.Tables.NamedArea;
import io.casewire.gazetteer.Tables.NamedRegion;
import io.casewire.gazetteer.Tables.NamedZone;
import io.casewire.text.ComparableKey;
import io.casewire.text.Nearest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** China's regions, pilot free trade zones, their areas and the named sets of them, and their names in texts. Immutable. */
public final class Gazetteer {

    private final Map<String, Region> regions;
    private final Divisions divisions;
    private final Map<String, Zone> zones;
    private final Map<String, Zone> zonesByProvince;
    private final List<Area> areas;
    private final Map<String, RegionSet> sets;
    private final Map<String, Tile> tiles;
    private final Map<String, Referent> byName;
    private final Vocabulary vocabulary;
    private final Amendments amendments;

    Gazetteer(Tables tables) {
        regions = byKey(tables.regions().stream().map(NamedRegion::region).toList(), Region::code);
        divisions = new Divisions(regions.values(), tables.districts());
        zones = byKey(tables.zones().stream().map(NamedZone::zone).toList(), Zone::id);
        zonesByProvince = byKey(List.copyOf(zones.values()), Zone::province);
        areas = tables.areas().stream().map(NamedArea::area).toList();
        sets = byKey(tables.sets(), RegionSet::id);
        tiles = byKey(tables.tiles(), Tile::code);
        byName = Names.of(tables);
        vocabulary = new Vocabulary(tables);
        amendments = new Amendments(tables);
        requireWhole();
    }

    /** A reference to nowhere is found at the start, not by the first obligation that needs it. */
    private void requireWhole() {
        divisions.requireWhole();
        zones.values().forEach(this::provinceOf);
        areas.forEach(this::provinceOf);
        areas.forEach(area -> known(regions, area.place()));
        sets.values().stream().flatMap(set -> set.members().stream()).forEach(member -> memberOf(member.id()));
        tiles.keySet().forEach(code -> known(regions, code));
    }

    /**
     * The one built from the tables beside this class and those of the operator, whose folder the system property
     * {@code casewire.gazetteer.folder} names, else the variable {@code CASEWIRE_GAZETTEER_FOLDER}; loaded at the first call.
     *
     * @throws BadGazetteer if a row of the operator's cannot be taken
     */
    public static Gazetteer standard() {
        return StandardGazetteer.get();
    }

    /** The built-in tables with those of a folder. */
    public static Gazetteer with(Path folder) {
        return new Gazetteer(OperatorTables.read(Tables.read(), folder));
    }

    /** What an operator said beside the built-in tables. */
    public Amendments amendments() {
        return amendments;
    }

    /** Of every level, districts and counties included. */
    public Optional<Region> region(String code) {
        return divisions.of(code);
    }

    /** What the ledger and tokens name by that code: a region, a zone or an area. */
    public Optional<Place> place(String code) {
        return region(code)
                .<Place>map(Function.identity())
                .or(() -> zones.values().stream()
                        .filter(zone -> zone.code().equals(code))
                        .findFirst())
                .or(() ->
                        areas.stream().filter(area -> area.code().equals(code)).findFirst());
    }

    /**
     * The divisions of a level that lay within a region on the day, in the order of their codes; none where it has none. The
     * counties of a province are those below its prefectures and those right below itself.
     */
    public List<Region> parts(Region whole, Level level, LocalDate day) {
        return divisions.within(whole, level, day);
    }

    /**
     * Codes of the places above one, the nearest first: of an area its zone, its prefecture where it lies in one, its province;
     * of a county its prefecture and its province. None above a province.
     */
    public List<String> above(Place place) {
        return switch (place) {
            case Region region -> divisions.above(region);
            case Zone zone -> List.of(zone.province());
            case Area area ->
                Stream.of(zoneOf(area).code(), area.place(), provinceOf(area).code())
                        .distinct()
                        .toList();
        };
    }

    /** By full or short name or alias; of namesakes the province (海南, 吉林). */
    public Optional<Region> regionNamed(String name) {
        return named(name, Region.class);
    }

    /** Codes of the regions, zones and areas somebody may have meant by a code or name that is none, best first. */
    public List<String> nearestRegions(String given) {
        Optional<Region> named = regionNamed(given);
        if (named.isPresent()) {
            return List.of(named.get().code());
        }
        Map<String, String> codes = new LinkedHashMap<>();
        Stream.of(regions.values(), zones.values(), areas)
                .flatMap(Collection::stream)
                .forEach(place -> {
                    codes.putIfAbsent(place.code(), place.code());
                    codes.putIfAbsent(place.name(), place.code());
                });
        return Nearest.of(given, codes.keySet()).stream()
                .map(name -> codes.getOrDefault(name, name))
                .distinct()
                .toList();
    }

    /** The 31 of 全国, in the order of their codes. */
    public List<Region> provinces() {
        return known(sets, "nationwide").members().stream()
                .map(member -> known(regions, member.id()))
                .toList();
    }

    /** Every region that is found by its name, in the order of codes within each level: all but districts and counties below a prefecture or municipality. */
    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    /** Every place the ledger can speak of that exists on the day, in the order of codes. */
    public List<Place> places(LocalDate day) {
        return Stream.of(divisions.all(), zones.values(), areas)
                .<Place>flatMap(Collection::stream)
                .filter(place -> place.validity().holdsOn(day))
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    public Optional<Zone> zone(String id) {
        return Optional.ofNullable(zones.get(id));
    }

    /** By any form of the name: 湖南自贸试验区, 湖南自贸区, 中国（湖南）自由贸易试验区, with either kind of brackets. */
    public Optional<Zone> zoneNamed(String name) {
        return named(name, Zone.class);
    }

    /** The zones founded by the day, oldest first. A founding known to the month counts from its first day. */
    public List<Zone> zonesAsOf(LocalDate day) {
        return zones.values().stream()
                .filter(zone -> zone.validity().holdsOn(day))
                .toList();
    }

    /** The zone in a provincial-level division, founded by now or not. */
    public Optional<Zone> zoneIn(Region province) {
        return Optional.ofNullable(zonesByProvince.get(province.code()));
    }

    public Zone zoneOf(Area area) {
        return known(zones, area.zone());
    }

    /** By the name with 片区; a name used for several areas gives the first. */
    public Optional<Area> areaNamed(String name) {
        return named(name, Area.class);
    }

    /** The areas a zone had on the day; none for a zone without areas (海南) or not yet founded. */
    public List<Area> areasAsOf(Zone zone, LocalDate day) {
        return areas.stream()
                .filter(area -> area.zone().equals(zone.id()) && area.validity().holdsOn(day))
                .toList();
    }

    /** The provincial-level division a place lies in; of such a division itself. */
    public Region provinceOf(Place place) {
        return switch (place) {
            case Region region -> divisions.provinceOf(region);
            case Zone zone -> known(regions, zone.province());
            case Area area -> known(regions, zoneOf(area).province());
        };
    }

    public List<RegionSet> sets() {
        return List.copyOf(sets.values());
    }

    /** By id, name or alias. */
    public Optional<RegionSet> set(String idOrName) {
        return Optional.ofNullable(sets.get(idOrName)).or(() -> named(idOrName, RegionSet.class));
    }

    /**
     * Who belonged to a named set on the day, in the order of the data.
     *
     * @param set id, name or alias
     * @throws IllegalArgumentException if there is no such set; ask {@link #set} first where the name comes from outside
     */
    public List<Place> members(String set, LocalDate day) {
        var named = set(set).orElseThrow(() -> new IllegalArgumentException("no such region set: " + set));
        return named.members().stream()
                .filter(member -> member.validity().holdsOn(day))
                .<Place>map(member -> memberOf(member.id()))
                .toList();
    }

    private Place memberOf(String id) {
        var zone = zones.get(id);
        return zone != null ? zone : known(regions, id);
    }

    /** Where a provincial-level division or the XPCC stands on the tile map; none for others. */
    public Optional<Tile> tile(String code) {
        return Optional.ofNullable(tiles.get(code));
    }

    /** Every name in the text, in order, without overlaps except where one name means several areas or zones. */
    public List<Mention> mentions(CharSequence text) {
        return new Scan(text, vocabulary, List.of()).mentions();
    }

    /** As {@link #mentions(CharSequence)}, where the document is known to speak of the given zone (so 中心片区 is its area). */
    public List<Mention> mentions(CharSequence text, Zone context) {
        return new Scan(text, vocabulary, List.of(context)).mentions();
    }

    /** The zones named in the text, in order, each once. */
    public List<Zone> zones(CharSequence text) {
        return distinct(mentions(text), Zone.class);
    }

    /** The areas named in the text, in order, each once. */
    public List<Area> areas(CharSequence text) {
        return distinct(mentions(text), Area.class);
    }

    /** The regions named in the text, in order, each once. */
    public List<Region> regions(CharSequence text) {
        return distinct(mentions(text), Region.class);
    }

    private static <T extends Referent> List<T> distinct(List<Mention> mentions, Class<T> kind) {
        return mentions.stream()
                .map(Mention::referent)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
    }

    private <T extends Referent> Optional<T> named(String name, Class<T> kind) {
        return Optional.ofNullable(byName.get(ComparableKey.of(name)))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        return values.stream()
                .collect(Collectors.toMap(key, Function.identity(), Gazetteer::twice, LinkedHashMap::new));
    }

    private static <T> T twice(T first, T second) {
        throw new IllegalStateException("the reference tables give one key to " + first + " and " + second);
    }

    private static <T> T known(Map<String, T> values, String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("the reference tables name an unknown " + key);
        }
        return value;
    }
}
