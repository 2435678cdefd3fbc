package io.casewire.gazetteer;

import io.casewire.gazetteer.Csv.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reference tables, read and joined, with what recognition needs to know about each name.
 *
 * @param districts counties below a prefecture or municipality: their names are too common to be looked for in texts
 * @param builtIn as they were before an operator's rows
 * @param amendments an operator's rows, in the order of their files
 */
record Tables(
        List<NamedRegion> regions,
        List<Region> districts,
        List<NamedZone> zones,
        List<NamedArea> areas,
        List<RegionSet> sets,
        List<Tile> tiles,
        List<String> notPlaces,
        BuiltIn builtIn,
        List<Amendment> amendments) {

    /** What an operator's rows are held against. */
    record BuiltIn(List<RegionSet> sets, Set<String> zones, Set<String> areas) {}

    /**
     * A region and its names beside full and short one.
     *
     * @param plainShortName the short name is also a common word, or part of one
     * @param abbreviations single characters that mean it in a run such as 沪苏浙皖
     * @param commonAbbreviations the same, where the character is frequent in other words
     */
    record NamedRegion(
            Region region,
            boolean plainShortName,
            List<String> aliases,
            List<String> abbreviations,
            List<String> commonAbbreviations) {}

    /** A zone and its names that are not made by the rule “province + 自贸试验区”. */
    record NamedZone(Zone zone, List<String> aliases) {}

    /** An area and what its names have before 片区; the plain stems need their zone in the same text. */
    record NamedArea(Area area, List<String> stems, List<String> plainStems) {}

    static Tables read() {
        var regions = Stream.of(
                        Csv.read("provinces.csv").stream().map(Tables::province),
                        Csv.read("prefectures.csv").stream().map(row -> subdivision(row, Level.PREFECTURE)),
                        Csv.read("counties.csv").stream().map(row -> subdivision(row, Level.COUNTY)))
                .flatMap(Function.identity())
                .toList();
        var zones = Csv.read("zones.csv").stream().map(Tables::zone).toList();
        var areas = Csv.read("areas.csv").stream().map(Tables::area).toList();
        var sets = sets(zones);
        return new Tables(
                regions,
                Csv.read("districts.csv").stream().map(Tables::district).toList(),
                zones,
                areas,
                sets,
                Csv.read("tiles.csv").stream()
                        .map(row -> new Tile(row.get("code"), row.number("row"), row.number("col")))
                        .toList(),
                Csv.read("not-places.csv").stream()
                        .map(row -> row.get("phrase"))
                        .toList(),
                new BuiltIn(
                        sets,
                        zones.stream().map(named -> named.zone().id()).collect(Collectors.toSet()),
                        areas.stream().map(named -> named.area().id()).collect(Collectors.toSet())),
                List.of());
    }

    /** These with an operator's rows taken in. */
    Tables amended(List<NamedZone> allZones, List<NamedArea> allAreas, List<RegionSet> allSets, List<Amendment> rows) {
        return new Tables(
                regions, districts, allZones, allAreas, allSets, tiles, notPlaces, builtIn, List.copyOf(rows));
    }

    private static NamedRegion province(Row row) {
        var region = new Region(
                row.get("code"),
                row.get("name"),
                row.get("short_name"),
                Level.valueOf(row.get("level")),
                null,
                CodeStandard.valueOf(row.get("code_standard")),
                row.validity(),
                row.certainty());
        return new NamedRegion(
                region,
                row.yes("plain_word"),
                row.list("aliases"),
                row.list("abbreviations"),
                row.list("common_abbreviations"));
    }

    private static NamedRegion subdivision(Row row, Level level) {
        var region = new Region(
                row.get("code"),
                row.get("name"),
                row.get("short_name"),
                level,
                row.get("parent"),
                CodeStandard.valueOf(row.get("code_standard")),
                row.validity(),
                row.certainty());
        return new NamedRegion(region, row.yes("plain_word"), row.list("aliases"), List.of(), List.of());
    }

    private static Region district(Row row) {
        return new Region(
                row.get("code"),
                row.get("name"),
                row.get("name"),
                Level.COUNTY,
                row.get("parent"),
                CodeStandard.GB_T_2260,
                row.validity(),
                row.certainty());
    }

    private static NamedZone zone(Row row) {
        var zone = new Zone(
                row.get("id"),
                row.get("code"),
                row.get("name"),
                row.get("official_name"),
                row.get("province"),
                PartialDate.parse(row.get("founded")),
                row.certainty());
        return new NamedZone(zone, row.list("aliases"));
    }

    private static NamedArea area(Row row) {
        var area = new Area(
                row.get("id"),
                row.get("code"),
                row.get("zone"),
                row.get("name"),
                row.get("place"),
                PartialDate.parse(row.get("from")),
                row.certainty());
        return new NamedArea(area, row.list("stems"), row.list("plain_stems"));
    }

    private static List<RegionSet> sets(List<NamedZone> zones) {
        Map<String, List<RegionSet.Member>> listed = Csv.read("set-members.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("set"),
                        Collectors.mapping(
                                row -> new RegionSet.Member(row.get("member"), row.validity()), Collectors.toList())));
        var founded = zones.stream()
                .map(named ->
                        new RegionSet.Member(named.zone().id(), named.zone().validity()))
                .toList();
        return Csv.read("sets.csv").stream()
                .map(row -> new RegionSet(
                        row.get("id"),
                        row.get("name"),
                        row.list("aliases"),
                        row.get("definition"),
                        row.certainty(),
                        row.get("members_from").equals("zones.csv")
                                ? founded
                                : listed.getOrDefault(row.get("id"), List.of())))
                .toList();
    }
}
