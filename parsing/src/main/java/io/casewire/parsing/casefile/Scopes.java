package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.RegionSet;
import io.casewire.gazetteer.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To whom something is promoted, read from a printed scope such as 全国, 全国自贸试验区, 浙江自贸试验区. */
public final class Scopes {
    /** Places outside the zones that work with them. */
    private static final List<String> LINKED = List.of("自贸试验区联动创新区", "自由贸易试验区联动创新区", "自贸区联动创新区");

    private Scopes() {}

    /** The promotion with that printed scope. A scope that names nobody known keeps its text and no regions. */
    public static Promotion read(
            String printed,
            @Nullable PromotionStrength strength,
            @Nullable String since,
            @Nullable PolicyDocument instrument) {
        String text = printed.strip();
        Set<String> regions = new LinkedHashSet<>();
        PromotionScope set = null;
        for (Mention mention : mentions(text)) {
            switch (mention.referent()) {
                case Zone zone -> regions.add(zone.name());
                case Region region -> regions.add(region.code());
                case Area area -> regions.add(Gazetteer.standard().zoneOf(area).name());
                case RegionSet named -> {
                    PromotionScope scope = scopeOf(named);
                    if (scope == null) {
                        regions.addAll(membersOf(named));
                    } else if (set == null || scope != PromotionScope.NATIONWIDE) {
                        // 全国自贸试验区 means the zones of the whole country
                        set = scope;
                    }
                }
            }
        }
        if (regions.isEmpty() && text.contains("自贸") && !text.contains("自贸试验区外")) {
            set = PromotionScope.PILOT_ZONES;
        }
        if (set == PromotionScope.PILOT_ZONES && namesLinkedOnly(text)) {
            set = null;
        }
        if (set == null || !regions.isEmpty()) {
            return new Promotion(PromotionScope.NAMED, text, List.copyOf(regions), strength, since, instrument);
        }
        return new Promotion(set, text, List.of(), strength, since, instrument);
    }

    /** Whether the zones are said only to tell which areas are linked to them. */
    private static boolean namesLinkedOnly(String text) {
        String rest = text;
        for (String linked : LINKED) {
            rest = rest.replace(linked, "");
        }
        return rest.length() < text.length() && !rest.contains("自贸") && !rest.contains("自由贸易");
    }

    /** The places named; of 湖北武汉 only the city. */
    private static List<Mention> mentions(String text) {
        List<Mention> all = Gazetteer.standard().mentions(text);
        List<Mention> named = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Mention mention = all.get(i);
            boolean qualifies = i + 1 < all.size()
                    && all.get(i + 1).start() == mention.end()
                    && mention.referent() instanceof Region province
                    && province.provincial()
                    && all.get(i + 1).referent() instanceof Region place
                    && Gazetteer.standard().provinceOf(place).equals(province);
            if (!qualifies) {
                named.add(mention);
            }
        }
        return named;
    }

    /** The places a list names: codes of regions, names of zones, the members of sets. */
    static List<String> places(String list) {
        Set<String> places = new LinkedHashSet<>();
        for (Mention mention : mentions(list)) {
            switch (mention.referent()) {
                case Zone zone -> places.add(zone.name());
                case Region region -> places.add(region.code());
                case Area area -> places.add(Gazetteer.standard().zoneOf(area).name());
                case RegionSet set -> places.addAll(membersOf(set));
            }
        }
        return List.copyOf(places);
    }

    private static @Nullable PromotionScope scopeOf(RegionSet set) {
        return switch (set.id()) {
            case "nationwide", "nationwide-with-xpcc" -> PromotionScope.NATIONWIDE;
            case "pilot-zones" -> PromotionScope.PILOT_ZONES;
            case "coastal", "coastal-with-beijing" -> PromotionScope.COASTAL;
            default -> null;
        };
    }

    private static List<String> membersOf(RegionSet set) {
        return Gazetteer.standard().members(set.id(), LocalDate.MAX).stream()
                .filter(Region.class::isInstance)
                .map(place -> ((Region) place).code())
                .toList();
    }

    /** How binding the words are: 复制推广 and 改革试点经验 bind, 借鉴 and 最佳实践案例 offer; null where neither is said. */
    public static @Nullable PromotionStrength strength(String words) {
        if (words.contains("复制推广")) {
            return PromotionStrength.MANDATED;
        }
        if (words.contains("借鉴") || words.contains("最佳实践案例") || words.contains("学习参考")) {
            return PromotionStrength.ENCOURAGED;
        }
        boolean list = words.contains("改革试点经验") || words.contains("推广");
        return list ? PromotionStrength.MANDATED : null;
    }
}
