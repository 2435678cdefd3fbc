package io.casewire.ingest.responsibility;

import io.casewire.ingest.text.CharacterSet;
import io.casewire.ingest.text.Endings;
import io.casewire.ingest.text.Fold;
import io.casewire.ingest.text.Repair;
import java.util.ArrayList;
import java.util.List;

/** Splits a printed list of units without cutting a name in two. */
public final class UnitNames {
    private static final CharacterSet SEPARATORS = CharacterSet.of("、，,；;\t\n|");
    private static final CharacterSet OPENING = CharacterSet.of("（([【〔［〈");
    private static final CharacterSet CLOSING = CharacterSet.of("）)]】〕］〉");
    /** Everywhere else a name simply goes on. */
    private static final CharacterSet MEANINGFUL = CharacterSet.of("、，,；;\t\n|（([【〔［〈）)]】〕］〉以和及与 　");
    /** What the name of a unit may end with; 和 and 及 divide only behind one of these. */
    private static final Endings UNIT_ENDINGS = Endings.of(
            "局", "委", "办", "署", "厅", "院", "行", "会", "部", "政府", "中心", "公司", "集团", "海关", "区", "市", "县", "州", "盟", "单位",
            "部门", "机构", "室", "馆", "基地", "联盟", "总站", "总队", "支队", "学校", "大学", "社", "组", "所", "站", "处");

    /** 城市和交通管理局: words inside names that end like a unit. */
    private static final Endings WORDS = Endings.of("城市", "社会", "社区", "城区");

    private static final List<String> CONJUNCTIONS = List.of("以及", "和", "及", "与");
    private static final List<String> LEADING = List.of("由", "各责任单位：", "省级：", "市级：");

    private static final int SHORTEST_NAME = 3;

    private UnitNames() {}

    /** The units of the list, as printed, in order, each once. 等 and what it trails (等有关部门) is left off. */
    public static List<String> split(String list) {
        List<String> units = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i < list.length() ? list.charAt(i) : '、';
            if (!MEANINGFUL.contains(c)) {
                continue;
            }
            if (OPENING.contains(c)) {
                depth++;
            } else if (CLOSING.contains(c)) {
                depth = Math.max(0, depth - 1);
            }
            int conjunction = i < list.length() && depth == 0 ? conjunctionAt(list, from, i) : 0;
            boolean end = i == list.length();
            if (end || conjunction > 0 || (depth == 0 && (SEPARATORS.contains(c) || dividesBySpace(list, from, i)))) {
                add(units, list.substring(from, i));
                from = i + Math.max(1, conjunction);
                i = from - 1;
            }
        }
        return List.copyOf(units);
    }

    /** The units a table cell lists; a blank divides names only where no other mark does. */
    public static List<String> ofCell(String raw, String repaired) {
        boolean marked = repaired.chars().anyMatch(c -> "、，；\n".indexOf(c) >= 0);
        String names = Fold.widths(raw);
        return split(marked || !dividesNames(names) ? repaired : names).stream()
                .map(Repair::clean)
                .toList();
    }

    /** A blank that leaves less than a name on one side merely disfigures one. */
    private static boolean dividesNames(String text) {
        for (String piece : text.strip().split(" ", -1)) {
            if (!piece.isEmpty() && piece.length() < SHORTEST_NAME) {
                return false;
            }
        }
        return true;
    }

    private static void add(List<String> units, String printed) {
        String unit = printed.strip();
        for (String leading : LEADING) {
            if (unit.startsWith(leading)) {
                unit = unit.substring(leading.length()).strip();
            }
        }
        unit = withoutNote(unit);
        int others = unit.indexOf('等');
        if (others >= 0 && !unit.startsWith("等级") && UNIT_ENDINGS.areAtEnd(unit, 0, others)) {
            unit = unit.substring(0, others);
        }
        while (!unit.isEmpty() && "。.：:".indexOf(unit.charAt(unit.length() - 1)) >= 0) {
            unit = unit.substring(0, unit.length() - 1);
        }
        if (!unit.isEmpty() && !unit.equals("等") && !units.contains(unit)) {
            units.add(unit);
        }
    }

    /** 各区政府（含开发区，下同）: what the bracket says holds for the whole document and is no part of the name. */
    private static String withoutNote(String unit) {
        int last = unit.length() - 1;
        int open = last;
        while (open > 0 && !OPENING.contains(unit.charAt(open))) {
            open--;
        }
        boolean note = open > 0 && CLOSING.contains(unit.charAt(last)) && unit.indexOf("下同", open) > 0;
        return note ? unit.substring(0, open).strip() : unit;
    }

    private static int conjunctionAt(String list, int from, int at) {
        if ("以和及与".indexOf(list.charAt(at)) < 0
                || at == from
                || at + 1 >= list.length()
                || !UNIT_ENDINGS.areAtEnd(list, from, at)
                || WORDS.areAtEnd(list, from, at)) {
            return 0;
        }
        for (String conjunction : CONJUNCTIONS) {
            if (list.startsWith(conjunction, at)) {
                return conjunction.length();
            }
        }
        return 0;
    }

    /** A space divides where a name is complete before it; spaces inside a name are layout. */
    private static boolean dividesBySpace(String list, int from, int at) {
        char c = list.charAt(at);
        return (c == ' ' || c == '　') && UNIT_ENDINGS.areAtEnd(list, from, at);
    }

    /** Whether the text ends like the name of a unit or like a group of units (有关部门). */
    public static boolean endsLikeUnit(String text) {
        return UNIT_ENDINGS.areAtEnd(text, 0, text.length());
    }
}
