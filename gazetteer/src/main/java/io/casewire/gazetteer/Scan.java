package io.casewire.gazetteer;

import io.casewire.gazetteer.NameList.Item;
import io.casewire.gazetteer.NameList.Tail;
import io.casewire.text.ComparableText;
import java.util.List;

/**
 * One pass over one text, from left to right, the longest name first. Each step reads a bounded number of characters or
 * consumes the list it read, so the whole takes time in proportion to the text.
 */
final class Scan {

    static final String OFFICIAL_OPENING = "中国(";
    /** Before or after 自贸区 these speak of a free trade agreement between states. */
    private static final List<String> AGREEMENT_BEFORE =
            List.of("东盟", "中韩", "中日韩", "中澳", "中新", "亚太", "双边", "多边", "国家间", "海合会");

    private static final List<String> AGREEMENT_AFTER = List.of("协定", "谈判", "网络", "伙伴", "2.0", "3.0");

    private final ComparableText original;
    private final String text;
    private final Vocabulary vocabulary;
    private final Findings found;

    Scan(CharSequence text, Vocabulary vocabulary, List<Zone> context) {
        this.original = ComparableText.of(text);
        this.text = original.text();
        this.vocabulary = vocabulary;
        this.found = new Findings(vocabulary, context);
    }

    List<Mention> mentions() {
        int at = 0;
        while (at < text.length()) {
            at = step(at);
        }
        return found.mentions().stream()
                .map(mention ->
                        new Mention(original.start(mention.start()), original.end(mention.end()), mention.referent()))
                .toList();
    }

    /** Reads what starts at the offset and returns where to go on. */
    private int step(int at) {
        if (!vocabulary.canBegin(text.charAt(at))) {
            return at + 1;
        }
        int end = officialForm(at);
        if (end < 0) {
            var names = vocabulary.namesAt(text, at);
            int longest = names.isEmpty() ? at : names.getFirst().end();
            end = abbreviations(at, longest);
            if (end < 0 && !names.isEmpty()) {
                end = named(at, names.getFirst());
            }
        }
        return end < 0 ? at + 1 : end;
    }

    /** 中国（湖南）自由贸易试验区, also with several provinces between the brackets. */
    private int officialForm(int at) {
        if (!text.startsWith(OFFICIAL_OPENING, at)) {
            return -1;
        }
        var list = NameList.at(text, at + OFFICIAL_OPENING.length(), vocabulary);
        if (list.items().isEmpty() || !text.startsWith(")", list.end())) {
            return -1;
        }
        int end = vocabulary.zoneWord(text, list.end() + 1);
        if (end < 0 || list.items().stream().anyMatch(item -> !namesZone(item))) {
            return -1;
        }
        found.addZones(list.items(), end);
        found.widenFirstOfLast(list.items().size(), at);
        return end;
    }

    private int abbreviations(int at, int longestName) {
        var run = Abbreviations.at(text, at, vocabulary);
        if (run.end() <= longestName || !run.canShareWord()) {
            return -1;
        }
        int zoneWord = vocabulary.zoneWord(text, run.end());
        if (zoneWord < 0 && !run.meansRegions(text)) {
            return -1;
        }
        for (int i = 0; i < run.regions().size(); i++) {
            var region = run.regions().get(i);
            var zone = zoneWord < 0 ? null : vocabulary.zoneOf(region);
            boolean last = i == run.regions().size() - 1;
            int end = last && zone != null ? zoneWord : run.startOf(i) + 1;
            found.add(run.startOf(i), end, zone == null ? region : zone);
        }
        return Math.max(zoneWord, run.end());
    }

    private int named(int at, NameTrie.Match longest) {
        var meaning = longest.meaning();
        if (meaning.namesPlaceInList()) {
            return list(NameList.at(text, at, vocabulary));
        }
        if (meaning.zone() != null) {
            found.add(at, longest.end(), meaning.zone());
        } else if (meaning.set() != null) {
            return set(at, longest.end(), meaning.set());
        }
        return longest.end();
    }

    private int set(int at, int end, RegionSet set) {
        if (set.id().equals(vocabulary.pilotZones().id())) {
            if (!speaksOfAgreement(at, end)) {
                found.add(at, end, set);
            }
            return end;
        }
        int zoneWord = vocabulary.zoneWord(text, end);
        if (zoneWord < 0) {
            found.add(at, end, set);
            return end;
        }
        var zones = vocabulary.zonesWithin(set);
        if (zones.isEmpty()) {
            found.add(at, end, set);
        } else if (zones.size() == vocabulary.pilotZones().members().size()) {
            found.add(at, zoneWord, vocabulary.pilotZones());
        } else {
            zones.forEach(zone -> found.add(at, zoneWord, zone));
        }
        return zoneWord;
    }

    private boolean speaksOfAgreement(int start, int end) {
        return text.startsWith("自贸区", start)
                && (AGREEMENT_BEFORE.stream().anyMatch(word -> text.startsWith(word, start - word.length()))
                        || Vocabulary.endOfAny(AGREEMENT_AFTER, text, end) >= 0);
    }

    private int list(NameList list) {
        var items = list.items();
        if (items.isEmpty()) {
            return -1;
        }
        boolean zonesMeant = list.tail() == Tail.ZONE && namesZone(items.getLast());
        int shared = list.tail() == Tail.NONE ? items.size() : firstSharing(items, zonesMeant);
        var alone = items.subList(0, shared);
        var sharing = items.subList(shared, items.size());
        boolean any = found.addRegions(alone, items.stream().anyMatch(Item::surelyRegion));
        if (!sharing.isEmpty()) {
            if (zonesMeant) {
                found.addZones(sharing, list.tailEnd());
            } else {
                found.addAreas(sharing, list.tailEnd());
            }
            return list.tailEnd();
        }
        var last = items.getLast();
        if (any) {
            return last.region() == null ? last.end() : last.regionEnd();
        }
        // nothing meant: look inside the last item for names it may hide
        return items.size() == 1 ? -1 : last.start();
    }

    /** Index of the first of the items that take part in the shared word; they are the last ones. */
    private int firstSharing(List<Item> items, boolean zonesMeant) {
        int first = items.size();
        while (first > 0
                && (zonesMeant ? namesProvince(items.get(first - 1)) : found.namesArea(items.get(first - 1)))) {
            first--;
        }
        return first;
    }

    private boolean namesProvince(Item item) {
        return item.region() != null && item.region().provincial() && item.regionEnd() == item.end();
    }

    private boolean namesZone(Item item) {
        return namesProvince(item) && item.region() != null && vocabulary.zoneOf(item.region()) != null;
    }
}
