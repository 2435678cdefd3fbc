package io.casewire.gazetteer;

import io.casewire.gazetteer.NameList.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mentions noted so far in one text, and what they let later names mean. */
final class Findings {

    private final Vocabulary vocabulary;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> zonesSeen = new HashSet<>();

    /**
     * @param context zones the text is known to speak of before it names any
     */
    Findings(Vocabulary vocabulary, List<Zone> context) {
        this.vocabulary = vocabulary;
        context.forEach(zone -> zonesSeen.add(zone.id()));
    }

    List<Mention> mentions() {
        return List.copyOf(mentions);
    }

    void add(int start, int end, Referent referent) {
        mentions.add(new Mention(start, end, referent));
        if (referent instanceof Zone zone) {
            zonesSeen.add(zone.id());
        }
    }

    /** Notes the zone of each item's province; a province without one is itself meant. */
    void addZones(List<Item> items, int end) {
        for (var item : items) {
            var region = item.region();
            var zone = region == null ? null : vocabulary.zoneOf(region);
            if (zone != null) {
                add(item.start(), item.equals(items.getLast()) ? end : item.end(), zone);
            } else if (region != null) {
                add(item.start(), item.regionEnd(), region);
            }
        }
    }

    void addAreas(List<Item> items, int end) {
        for (var item : items) {
            int itemEnd = item.equals(items.getLast()) ? end : item.end();
            item.areas().stream().filter(area -> meant(item, area)).forEach(area -> add(item.start(), itemEnd, area));
        }
    }

    /**
     * Notes the regions among the items.
     *
     * @param amongRegions a name that is surely a region stands in the same list, so common words are names there too
     * @return whether there was one
     */
    boolean addRegions(List<Item> items, boolean amongRegions) {
        boolean any = false;
        for (var item : items) {
            var region = item.region();
            if (region != null && (!item.plainRegion() || amongRegions || afterItsProvince(item.start(), region))) {
                add(item.start(), item.regionEnd(), region);
                any = true;
            }
        }
        return any;
    }

    boolean namesArea(Item item) {
        return item.areas().stream().anyMatch(area -> meant(item, area));
    }

    /** Lets the first of the last few mentions begin earlier, at an opening they share. */
    void widenFirstOfLast(int count, int start) {
        int index = mentions.size() - count;
        var first = mentions.get(index);
        mentions.set(index, new Mention(start, first.end(), first.referent()));
    }

    private boolean meant(Item item, Area area) {
        return !item.plainAreas() || zonesSeen.contains(area.zone());
    }

    private boolean afterItsProvince(int start, Region region) {
        return !mentions.isEmpty()
                && mentions.getLast().end() == start
                && mentions.getLast().referent() instanceof Region province
                && province.code().equals(region.parent());
    }
}
