package io.casewire.parsing.genre.adoption;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The region that replicated something.
 *
 * @param printed its name without the province before it; a part of a region that the gazetteer does not know (a bonded
 *     zone, a county) goes by its own name
 * @param code null where only the province is known
 * @param start where the printed name begins, province included
 * @param end where it ends
 */
record Adopter(
        String printed, @Nullable String code, @Nullable String province, int start, int end) {
    private static final List<String> PARTS = List.of(
            "综合保税区",
            "综保区",
            "保税区",
            "高新技术产业开发区",
            "经济技术开发区",
            "高新区",
            "经开区",
            "开发区",
            "新区",
            "片区",
            "自治县",
            "自治州",
            "地区",
            "市",
            "州",
            "盟",
            "县",
            "区",
            "旗",
            "港",
            "海关");
    private static final int MAX_PART_LENGTH = 12;
    private static final int MAX_NAME_LENGTH = 40;

    /** The region a clause begins with; null where it begins with something else. */
    static @Nullable Adopter at(String text, int from, int to, Gazetteer gazetteer) {
        String clause = text.substring(from, Math.min(to, from + MAX_NAME_LENGTH));
        Region last = null;
        int end = 0;
        int lastStart = 0;
        for (Mention mention : gazetteer.mentions(clause)) {
            if (mention.start() != end || !(mention.referent() instanceof Region region)) {
                break;
            }
            last = region;
            lastStart = mention.start();
            end = mention.end();
        }
        if (last == null) {
            return null;
        }
        Place province = gazetteer.provinceOf(last);
        int partEnd = partEnd(clause, end);
        if (partEnd > end) {
            return new Adopter(clause.substring(end, partEnd), null, province.name(), from, from + partEnd);
        }
        return new Adopter(clause.substring(lastStart, end), last.code(), province.name(), from, from + end);
    }

    /** Where the name of a part of the region ends; {@code from} where none follows. */
    private static int partEnd(String clause, int from) {
        int limit = Math.min(clause.length(), from + MAX_PART_LENGTH);
        for (int end = from + 2; end <= limit; end++) {
            String name = clause.substring(from, end);
            if (PARTS.stream().anyMatch(name::endsWith) && name.chars().noneMatch(c -> "，。、“《的在以为".indexOf(c) >= 0)) {
                return end;
            }
        }
        return from;
    }
}
