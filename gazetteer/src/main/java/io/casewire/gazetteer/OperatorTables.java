package io.casewire.gazetteer;

import io.casewire.gazetteer.Amendment.Kind;
import io.casewire.gazetteer.Tables.NamedArea;
import io.casewire.gazetteer.Tables.NamedZone;
import io.casewire.text.ComparableKey;
import io.casewire.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an operator adds to the built-in tables or says otherwise, checked against them. */
final class OperatorTables {
    static final String PILOT_ZONES = "pilot-zones";

    private final Gazetteer known;
    private final Map<String, NamedZone> zones = new LinkedHashMap<>();
    private final Map<String, NamedArea> areas = new LinkedHashMap<>();
    private final Map<String, RegionSet> sets = new LinkedHashMap<>();
    private final Set<String> addedNames = new HashSet<>();
    private final List<Amendment> amendments = new ArrayList<>();

    private OperatorTables(Tables builtIn) {
        this.known = new Gazetteer(builtIn);
        builtIn.zones().forEach(zone -> zones.put(zone.zone().id(), zone));
        builtIn.areas().forEach(area -> areas.put(area.area().id(), area));
        builtIn.sets().forEach(set -> sets.put(set.id(), set));
    }

    /**
     * The built-in tables with the rows of a folder.
     *
     * @throws BadGazetteer naming the first row that cannot be taken
     */
    static Tables read(Tables builtIn, Path folder) {
        OperatorTables tables = new OperatorTables(builtIn);
        OperatorTable.requireKnown(folder);
        OperatorTable.ZONES.read(folder).forEach(tables::zone);
        OperatorTable.AREAS.read(folder).forEach(tables::area);
        OperatorTable.SETS.read(folder).forEach(tables::set);
        OperatorTable.MEMBERS.read(folder).forEach(tables::member);
        return builtIn.amended(
                List.copyOf(tables.zones.values()),
                List.copyOf(tables.areas.values()),
                tables.setsWithZones(),
                tables.amendments);
    }

    private void zone(OperatorRow row) {
        String id = row.id("id");
        PartialDate founded = row.date("founded");
        amendments.add(row.amendment(Kind.ZONE, id, null, Validity.since(founded)));
        if (!row.stands()) {
            return;
        }
        NamedZone before = zones.get(id);
        if (before == null) {
            zones.put(id, added(row, id, founded));
            return;
        }
        Zone zone = before.zone();
        requireSame(row, "province", zone.province());
        requireSame(row, "name", zone.name());
        requireSame(row, "official_name", zone.officialName());
        zones.put(
                id,
                new NamedZone(
                        new Zone(
                                id,
                                zone.code(),
                                zone.name(),
                                zone.officialName(),
                                zone.province(),
                                founded,
                                Certainty.HIGH),
                        with(before.aliases(), names(row, "aliases"))));
    }

    private NamedZone added(OperatorRow row, String id, PartialDate founded) {
        String code = row.required("province");
        Region province = known.region(code)
                .filter(Region::provincial)
                .orElseThrow(() -> row.bad("no provincial-level division has the code " + code + near(code)));
        zones.values().stream()
                .filter(other -> other.zone().province().equals(code))
                .findFirst()
                .ifPresent(other -> {
                    throw row.bad(
                            province.name() + " has the zone " + other.zone().id() + ": a row with that id amends it");
                });
        String name = newName(row, row.required("name"));
        String official = newName(row, row.required("official_name"));
        return new NamedZone(
                new Zone(id, code.substring(0, 2) + "9900", name, official, code, founded, Certainty.HIGH),
                names(row, "aliases"));
    }

    private void area(OperatorRow row) {
        String id = row.id("id");
        PartialDate from = row.date("from");
        amendments.add(row.amendment(Kind.AREA, id, null, Validity.since(from)));
        if (!row.stands()) {
            return;
        }
        String zoneId = row.required("zone");
        NamedZone zone = zones.get(zoneId);
        if (zone == null) {
            throw row.bad("no zone has the id " + zoneId + near(zoneId, zones.keySet()));
        }
        String place = row.required("place");
        if (known.regions().stream().noneMatch(region -> region.code().equals(place))) {
            throw row.bad("no province or prefecture has the code " + place + near(place));
        }
        String code = areaCode(row, id, zone.zone());
        String name = row.required("name");
        if (!name.endsWith("片区")) {
            throw row.bad("the name of an area ends in 片区, unlike " + name);
        }
        areas.put(
                id,
                new NamedArea(
                        new Area(id, code, zoneId, name, place, from, Certainty.HIGH),
                        row.names("stems"),
                        row.names("plain_stems")));
    }

    private String areaCode(OperatorRow row, String id, Zone zone) {
        String code = row.required("code");
        String prefix = zone.code().substring(0, 4);
        if (!code.matches("\\d{6}") || !code.startsWith(prefix) || code.equals(zone.code())) {
            throw row.bad(
                    "the code of an area of " + zone.id() + " is " + prefix + "01 to " + prefix + "99, not " + code);
        }
        areas.values().stream()
                .map(NamedArea::area)
                .filter(other -> other.code().equals(code) != other.id().equals(id))
                .findFirst()
                .ifPresent(other -> {
                    throw row.bad("the area " + other.id() + " has the code " + other.code());
                });
        return code;
    }

    private void set(OperatorRow row) {
        String id = row.id("id");
        amendments.add(row.amendment(Kind.SET, id, null, Validity.ALWAYS));
        if (!row.stands()) {
            return;
        }
        RegionSet before = sets.get(id);
        if (before != null) {
            requireSame(row, "name", before.name());
            sets.put(id, before.with(with(before.aliases(), names(row, "aliases")), before.members()));
            return;
        }
        if (id.endsWith("-prefectures") || id.endsWith("-counties")) {
            throw row.bad("ids that end like " + id + " are those of the parts of a region");
        }
        sets.put(
                id,
                new RegionSet(
                        id,
                        newName(row, row.required("name")),
                        names(row, "aliases"),
                        row.required("definition"),
                        Certainty.HIGH,
                        List.of()));
    }

    private void member(OperatorRow row) {
        String id = row.required("set");
        Validity validity = row.validity();
        if (!row.stands()) {
            amendments.add(row.amendment(Kind.MEMBER, id, row.required("member"), validity));
            return;
        }
        RegionSet set = sets.get(id);
        if (set == null) {
            throw row.bad("no set has the id " + id + near(id, sets.keySet()));
        }
        if (id.equals(PILOT_ZONES)) {
            throw row.bad("the members of " + id + " are the zones: they follow from zones.csv");
        }
        String given = row.required("member");
        String member = memberId(given)
                .orElseThrow(
                        () -> row.bad("no region or zone that can be a member has the code " + given + near(given)));
        amendments.add(row.amendment(Kind.MEMBER, id, code(member), validity));
        // the last word on who belongs, in place of what was said of the same member before
        List<RegionSet.Member> members = new ArrayList<>(set.members());
        members.removeIf(other -> other.id().equals(member));
        members.add(new RegionSet.Member(member, validity));
        sets.put(id, set.with(set.aliases(), members));
    }

    /** As members are kept: the code of a region, the id of a zone. */
    private Optional<String> memberId(String given) {
        return zones.values().stream()
                .map(NamedZone::zone)
                .filter(zone -> zone.code().equals(given) || zone.id().equals(given))
                .map(Zone::id)
                .findFirst()
                .or(() -> known.regions().stream()
                        .map(Region::code)
                        .filter(given::equals)
                        .findFirst());
    }

    private String code(String member) {
        NamedZone zone = zones.get(member);
        return zone == null ? member : zone.zone().code();
    }

    private List<RegionSet> setsWithZones() {
        List<RegionSet.Member> founded = zones.values().stream()
                .map(named ->
                        new RegionSet.Member(named.zone().id(), named.zone().validity()))
                .toList();
        return sets.values().stream()
                .map(set -> set.id().equals(PILOT_ZONES) ? set.with(set.aliases(), founded) : set)
                .toList();
    }

    private static void requireSame(OperatorRow row, String column, String builtIn) {
        String given = row.get(column);
        if (!given.isEmpty() && !given.equals(builtIn)) {
            throw row.bad("'" + column + "' of what is built in is " + builtIn + " and stays so, not " + given);
        }
    }

    private List<String> names(OperatorRow row, String column) {
        return row.names(column).stream().map(name -> newName(row, name)).toList();
    }

    /** A name that means something else already would be read as that, whatever the table says. */
    private String newName(OperatorRow row, String name) {
        Optional<? extends Referent> meant = Stream.<Optional<? extends Referent>>of(
                        known.regionNamed(name), known.zoneNamed(name), known.areaNamed(name), known.set(name))
                .flatMap(Optional::stream)
                .findFirst();
        if (meant.isPresent() || !addedNames.add(ComparableKey.of(name))) {
            throw row.bad(name + " names something else already");
        }
        return name;
    }

    private static List<String> with(List<String> before, Collection<String> more) {
        return Stream.concat(before.stream(), more.stream()).distinct().toList();
    }

    private String near(String given) {
        List<String> nearest = known.nearestRegions(given).stream()
                .filter(code -> !code.equals(given))
                .toList();
        return nearest.isEmpty() ? "" : "; near it: " + String.join(", ", nearest);
    }

    private static String near(String given, Collection<String> ids) {
        List<String> nearest = Nearest.of(given, ids);
        return nearest.isEmpty() ? "" : "; near it: " + String.join(", ", nearest);
    }
}
