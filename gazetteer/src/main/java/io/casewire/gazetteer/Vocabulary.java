package io.casewire.gazetteer;

import io.casewire.text.ComparableText;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every string recognition knows, and what follows from seeing one. */
final class Vocabulary {

    private static final String PILOT_ZONES = "pilot-zones";
    private static final List<String> ZONE_WORDS = List.of("自由贸易试验区", "自贸试验区", "自贸区", "自由贸易区");
    private static final List<String> AREA_WORDS = List.of("片区", "新片区", "自贸片区", "自贸试验片区");

    /** Follows the word where the zone is the port too: 海南自由贸易试验区（港）. */
    private static final String PORT = "(港)";

    private final NameTrie names;
    private final Map<Character, Region> abbreviations = new HashMap<>();
    private final Set<Character> commonAbbreviations = new HashSet<>();
    private final Map<String, Zone> zonesByProvince = new HashMap<>();
    private final Map<String, Region> regionsByCode = new HashMap<>();
    private final BitSet beginnings = new BitSet(Character.MAX_VALUE + 1);
    private final RegionSet pilotZones;

    Vocabulary(Tables tables) {
        var meanings = new HashMap<String, Meaning>();
        for (var named : tables.regions()) {
            var region = named.region();
            regionsByCode.put(region.code(), region);
            add(meanings, region.name(), Meaning.of(region, false));
            add(meanings, region.shortName(), Meaning.of(region, named.plainShortName()));
            named.aliases().forEach(alias -> add(meanings, alias, Meaning.of(region, false)));
            named.abbreviations().forEach(letter -> abbreviations.put(letter.charAt(0), region));
            named.commonAbbreviations().forEach(letter -> {
                abbreviations.put(letter.charAt(0), region);
                commonAbbreviations.add(letter.charAt(0));
            });
        }
        for (var named : tables.zones()) {
            zonesByProvince.put(named.zone().province(), named.zone());
            named.aliases().forEach(alias -> add(meanings, alias, Meaning.of(named.zone())));
        }
        for (var named : tables.areas()) {
            named.stems().forEach(stem -> add(meanings, stem, Meaning.of(named.area(), false)));
            named.plainStems().forEach(stem -> add(meanings, stem, Meaning.of(named.area(), true)));
        }
        for (var set : tables.sets()) {
            add(meanings, set.name(), Meaning.of(set));
            set.aliases().forEach(alias -> add(meanings, alias, Meaning.of(set)));
        }
        tables.notPlaces().forEach(phrase -> add(meanings, phrase, Meaning.NOTHING));
        names = new NameTrie(meanings);
        meanings.keySet().forEach(name -> beginnings.set(name.charAt(0)));
        abbreviations.keySet().forEach(beginnings::set);
        beginnings.set(Scan.OFFICIAL_OPENING.charAt(0));
        pilotZones = tables.sets().stream()
                .filter(set -> set.id().equals(PILOT_ZONES))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sets.csv has no " + PILOT_ZONES));
    }

    private static void add(Map<String, Meaning> meanings, String name, Meaning meaning) {
        meanings.merge(ComparableText.of(name).text(), meaning, Meaning::and);
    }

    List<NameTrie.Match> namesAt(String text, int start) {
        return names.at(text, start);
    }

    /** Whether anything known begins with the character; most text is passed over by this alone. */
    boolean canBegin(char first) {
        return beginnings.get(first);
    }

    RegionSet pilotZones() {
        return pilotZones;
    }

    @Nullable
    Zone zoneOf(Region province) {
        return zonesByProvince.get(province.code());
    }

    /** The provincial-level division a single character can mean in a run of such characters. */
    @Nullable
    Region abbreviated(char letter) {
        return abbreviations.get(letter);
    }

    /** Whether the character is so frequent in other words that a run needs better ones beside it. */
    boolean common(char abbreviation) {
        return commonAbbreviations.contains(abbreviation);
    }

    /** The zones of a set's provinces; empty where the set has no province with one. */
    List<Zone> zonesWithin(RegionSet set) {
        return set.members().stream()
                .map(member -> regionsByCode.get(member.id()))
                .flatMap(region -> region == null ? Stream.empty() : zonesIn(region))
                .toList();
    }

    private Stream<Zone> zonesIn(Region province) {
        return Stream.ofNullable(zonesByProvince.get(province.code()));
    }

    /** End of the word for “pilot free trade zone” at the offset, or -1. */
    int zoneWord(String text, int start) {
        int end = endOfAny(ZONE_WORDS, text, start);
        return end >= 0 && text.startsWith(PORT, end) ? end + PORT.length() : end;
    }

    /** End of the word for “area” at the offset, or -1. */
    int areaWord(String text, int start) {
        return endOfAny(AREA_WORDS, text, start);
    }

    static int endOfAny(List<String> words, String text, int start) {
        for (var word : words) {
            if (text.startsWith(word, start)) {
                return start + word.length();
            }
        }
        return -1;
    }
}
