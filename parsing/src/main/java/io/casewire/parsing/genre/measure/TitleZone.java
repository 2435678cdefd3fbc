package io.casewire.parsing.genre.measure;

import io.casewire.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** The zone or zones a title addresses its measures to: 关于支持甲市综合保税区开展…的若干措施. */
final class TitleZone {
    private static final Lexicon KINDS = Lexicon.of(
            "自由贸易试验区",
            "自贸试验区",
            "自由贸易港",
            "自贸港",
            "自贸区",
            "综合保税区",
            "综保区",
            "保税港区",
            "保税区",
            "海关特殊监管区域",
            "经济技术开发区",
            "经开区",
            "高新技术产业开发区",
            "高新区",
            "出口加工区",
            "边境经济合作区",
            "跨境经济合作区",
            "片区");
    /** What stands right before the zone in a title. */
    private static final Lexicon VERBS = Lexicon.of(
            "支持", "促进", "推进", "推动", "加快", "深化", "关于", "赋予", "给予", "鼓励", "引导", "提升", "优化", "加强", "完善", "建设", "《", "》",
            "在", "对", "于", "的");

    private static final String AREA = "片区";
    private static final int MAX_AREA_LENGTH = 6;

    private TitleZone() {}

    /** As printed; null where the title names none. */
    static @Nullable String in(String title) {
        for (int at = 0; at < title.length(); at++) {
            String kind = KINDS.longestAt(title, at, title.length());
            if (kind != null) {
                int from = at;
                while (from > 0 && !endsVerb(title, from)) {
                    from--;
                }
                return title.substring(from, endOf(title, at + kind.length()));
            }
        }
        return null;
    }

    /** 自贸试验区甲片区 is one place. */
    private static int endOf(String title, int kindEnd) {
        int area = title.indexOf(AREA, kindEnd);
        return area > kindEnd && area - kindEnd <= MAX_AREA_LENGTH ? area + AREA.length() : kindEnd;
    }

    private static boolean endsVerb(String title, int end) {
        return VERBS.longestAt(title, end - 1, end) != null || VERBS.longestAt(title, end - 2, end) != null;
    }
}
