package io.casewire.parsing.genre.promotion;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Region;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.field.responsibility.UnitNames;
import io.casewire.text.Endings;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a case comes from by the bracket behind its title (甲片区、乙海关), known places or not.
 *
 * @param units all it names, where one of them is no area of a zone
 */
record BracketedOrigin(Origin origin, List<String> units) {
    private static final Endings UNITS = Endings.of(
            "海关", "局", "委", "厅", "管委会", "委员会", "法院", "检察院", "银行", "分行", "支行", "中心", "协会", "贸促会", "研究院", "大学", "集团",
            "公司", "政府", "开发区", "保税区", "高新区", "新区", "园区");
    private static final Endings PLACES = Endings.of("市", "县", "州", "省");
    private static final Lexicon GROUPS = Lexicon.of("各", "全", "本", "试点", "示范", "重点", "部分", "有关", "相关");
    private static final String AREA = "片区";
    private static final int MAX_PLACE_LENGTH = 6;
    private static final int MAX_UNIT_LENGTH = 24;

    BracketedOrigin {
        units = List.copyOf(units);
    }

    /** Null where the bracket says anything else. */
    static @Nullable BracketedOrigin read(String words) {
        Set<String> areas = new LinkedHashSet<>();
        List<String> named = UnitNames.split(words);
        List<String> units = new ArrayList<>();
        for (String name : named) {
            if (name.length() > MAX_UNIT_LENGTH || name.length() < 2 || GROUPS.isAt(name, 0)) {
                return null;
            }
            if (isArea(name)) {
                areas.add(name);
            } else if (UNITS.areAtEnd(name, 0, name.length()) || isPlace(name)) {
                units.add(name);
            } else {
                return null;
            }
        }
        List<String> zones = Origin.of(words).zones();
        Origin origin = new Origin(zones, List.copyOf(areas)).withZonesOfAreas();
        return named.isEmpty() ? null : new BracketedOrigin(origin, units.isEmpty() ? List.of() : named);
    }

    private static boolean isArea(String name) {
        return name.length() > AREA.length() && name.endsWith(AREA);
    }

    private static boolean isPlace(String name) {
        if (name.length() <= MAX_PLACE_LENGTH && PLACES.areAtEnd(name, 0, name.length())) {
            return true;
        }
        List<Mention> mentions = Gazetteer.standard().mentions(name);
        return mentions.size() == 1
                && mentions.getFirst().referent() instanceof Region
                && mentions.getFirst().end() - mentions.getFirst().start() == name.length();
    }
}
