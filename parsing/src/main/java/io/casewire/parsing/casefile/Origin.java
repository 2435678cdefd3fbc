package io.casewire.parsing.casefile;

import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Zone;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pilot free trade zones and areas a text names.
 *
 * @param zones in full form ({@code 湖南自贸试验区}), in order
 * @param areas as printed, in order
 */
public record Origin(List<String> zones, List<String> areas) {
    private static final String AREA = "片区";

    public static final Origin NONE = new Origin(List.of(), List.of());

    public Origin {
        zones = List.copyOf(zones);
        areas = List.copyOf(areas);
    }

    /** What the text names, areas only where it calls them one (片区). */
    public static Origin of(String text) {
        Set<String> zones = new LinkedHashSet<>();
        // an area printed in two forms is one area, under the first
        Map<String, String> areas = new LinkedHashMap<>();
        for (Mention mention : Gazetteer.standard().mentions(text)) {
            String printed = text.substring(mention.start(), mention.end());
            if (mention.referent() instanceof Zone zone) {
                zones.add(zone.name());
            } else if (mention.referent() instanceof Area area && isArea(printed)) {
                areas.putIfAbsent(area.id(), printed);
            }
        }
        return new Origin(List.copyOf(zones), distinct(areas));
    }

    /** The areas of these zones that the text names. */
    public static List<String> areasIn(String text, List<String> zones) {
        if (!text.contains(AREA)) {
            return List.of();
        }
        Gazetteer gazetteer = Gazetteer.standard();
        Map<String, String> areas = new LinkedHashMap<>();
        for (Mention mention : gazetteer.mentions(text)) {
            String printed = text.substring(mention.start(), mention.end());
            if (mention.referent() instanceof Area area
                    && isArea(printed)
                    && zones.contains(gazetteer.zoneOf(area).name())) {
                areas.putIfAbsent(area.id(), printed);
            }
        }
        return distinct(areas);
    }

    /** A name that several areas share is printed once. */
    private static List<String> distinct(Map<String, String> areas) {
        return areas.values().stream().distinct().toList();
    }

    /** Whether the words name places of zones and hardly anything else. */
    public static boolean isAllPlaces(String words) {
        int covered = 0;
        for (Mention mention : Gazetteer.standard().mentions(words)) {
            if (mention.referent() instanceof Zone || mention.referent() instanceof Area) {
                covered += mention.end() - mention.start();
            }
        }
        return covered * 2 >= words.length();
    }

    private static boolean isArea(String printed) {
        return printed.endsWith(AREA);
    }

    /** The same with the zones its areas belong to, where the text names areas only. */
    public Origin withZonesOfAreas() {
        if (!zones.isEmpty() || areas.isEmpty()) {
            return this;
        }
        Set<String> known = new LinkedHashSet<>();
        for (String area : areas) {
            for (Area named : Gazetteer.standard().areas(area)) {
                known.add(Gazetteer.standard().zoneOf(named).name());
            }
        }
        return new Origin(List.copyOf(known), areas);
    }

    public Origin withAreas(List<String> others) {
        return new Origin(zones, others);
    }
}
