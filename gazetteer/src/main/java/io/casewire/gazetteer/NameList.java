package io.casewire.gazetteer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names joined by 、 or “and”, and the word that all of them share, if one follows: 长沙、岳阳、郴州三个片区.
 *
 * @param end after the last name
 * @param tail the shared word
 * @param tailEnd after the shared word; {@code end} where there is none
 */
record NameList(List<Item> items, int end, Tail tail, int tailEnd) {

    private static final List<String> SEPARATORS = List.of("、", "以及", "和", "与", "及", "/");
    private static final String COUNTING = "等地省市区份州个家大共0123456789一二三四五六七八九十两多";
    private static final String LEVELS = "省区市州、";
    private static final int MAX_COUNTING = 8;
    private static final String BEARINGS = "东南西北";
    private static final String SIDES = "侧岸麓段";

    /** What a list of names can share. */
    enum Tail {
        ZONE,
        AREA,
        NONE
    }

    /**
     * One name.
     *
     * @param region the region it can be, and {@code regionEnd} where that name ends
     * @param areas the areas it can be when 片区 follows
     */
    record Item(
            int start,
            int end,
            @Nullable Region region,
            int regionEnd,
            boolean plainRegion,
            List<Area> areas,
            boolean plainAreas) {

        boolean surelyRegion() {
            return region != null && !plainRegion;
        }
    }

    /** Reads the list that starts at the offset; no items where none does. */
    static NameList at(String text, int start, Vocabulary vocabulary) {
        var items = new ArrayList<Item>();
        int end = start;
        int next = start;
        while (next >= 0) {
            var item = item(text, next, vocabulary);
            if (item == null) {
                break;
            }
            items.add(item);
            end = item.end();
            next = Vocabulary.endOfAny(SEPARATORS, text, end);
        }
        return withTail(text, items, end, vocabulary);
    }

    private static NameList withTail(String text, List<Item> items, int end, Vocabulary vocabulary) {
        for (int word : new int[] {end, afterCounting(text, end)}) {
            int zoneEnd = vocabulary.zoneWord(text, word);
            int areaEnd = vocabulary.areaWord(text, word);
            if (areaEnd >= 0) {
                return new NameList(items, end, Tail.AREA, areaEnd);
            }
            if (zoneEnd >= 0) {
                return new NameList(items, end, Tail.ZONE, zoneEnd);
            }
        }
        return new NameList(items, end, Tail.NONE, end);
    }

    private static @Nullable Item item(String text, int start, Vocabulary vocabulary) {
        NameTrie.Match region = null;
        NameTrie.Match areas = null;
        for (var match : vocabulary.namesAt(text, start)) {
            var meaning = match.meaning();
            if (region == null && areas == null && !meaning.namesPlaceInList()) {
                return null;
            }
            if (region == null && meaning.region() != null && !continuesAsBearing(text, match.end())) {
                region = match;
            }
            if (areas == null && !meaning.areas().isEmpty()) {
                areas = match;
            }
        }
        if (region == null && areas == null) {
            return null;
        }
        int regionEnd = region == null ? start : region.end();
        int areaEnd = areas == null ? start : areas.end();
        return new Item(
                start,
                Math.max(regionEnd, areaEnd),
                region == null ? null : region.meaning().region(),
                regionEnd,
                region != null && region.meaning().plainRegion(),
                areas == null || areaEnd < regionEnd
                        ? List.of()
                        : areas.meaning().areas(),
                areas != null && areas.meaning().plainAreas());
    }

    /** 太湖南部, 泰山东麓: the last character is a bearing, the name an accident. */
    private static boolean continuesAsBearing(String text, int end) {
        if (end >= text.length() || BEARINGS.indexOf(text.charAt(end - 1)) < 0) {
            return false;
        }
        char next = text.charAt(end);
        boolean part = next == '部' && (end + 1 == text.length() || "分门署队委级".indexOf(text.charAt(end + 1)) < 0);
        return part || SIDES.indexOf(next) >= 0;
    }

    /** Skips 等, 等4个, 三大, 五省市, （区、市） between a list and its shared word. */
    static int afterCounting(String text, int start) {
        int from = text.startsWith("(", start) ? start + 1 : start;
        int end = from;
        while (end < text.length() && end - from < MAX_COUNTING && counts(text.charAt(end), from > start)) {
            end++;
        }
        if (from == start) {
            return end;
        }
        return text.startsWith(")", end) ? end + 1 : start;
    }

    private static boolean counts(char c, boolean bracketed) {
        return bracketed ? LEVELS.indexOf(c) >= 0 : COUNTING.indexOf(c) >= 0;
    }
}
