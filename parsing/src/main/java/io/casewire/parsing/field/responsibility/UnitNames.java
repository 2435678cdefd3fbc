package io.casewire.parsing.field.responsibility;

import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Ordinals;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Cells;
import io.casewire.text.CharacterSet;
import io.casewire.text.Endings;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.List;

/** Splits a printed list of units without cutting a name in two. */
public final class UnitNames {
    private static final CharacterSet SEPARATORS = CharacterSet.of("、，,；;\t\n|");
    private static final CharacterSet OPENING = CharacterSet.of("（([【〔［〈");
    private static final CharacterSet CLOSING = CharacterSet.of("）)]】〕］〉");
    /** Everywhere else a name simply goes on. */
    private static final CharacterSet MEANINGFUL = CharacterSet.of("、，,；;\t\n|/／（([【〔［〈）)]】〕］〉以和及与 　");
    /** What the name of a unit may end with; 和 and 及 divide only behind one of these. */
    private static final Endings UNIT_ENDINGS = Endings.of(
            "局", "委", "办", "署", "厅", "院", "行", "会", "部", "政府", "中心", "公司", "集团", "海关", "区", "市", "县", "州", "盟", "单位",
            "部门", "机构", "室", "馆", "基地", "联盟", "总站", "总队", "支队", "学校", "大学", "社", "组", "所", "站", "处", "企业", "街道", "乡镇",
            "高校", "院校", "妇联", "工商联", "残联", "文联", "侨联", "社科联", "科协", "专班");

    /** Groups of places behind 等 (财政厅等各市人民政府) are units of their own; groups of offices are those just named. */
    private static final Endings LOCAL = Endings.of("政府", "市", "县", "州", "区", "盟", "旗", "街道", "乡镇");

    /** 城市和交通管理局: words inside names that end like a unit. */
    private static final Endings WORDS = Endings.of("城市", "社会", "社区", "城区");

    private static final List<String> CONJUNCTIONS = List.of("以及", "和", "及", "与");
    private static final List<String> LEADING = List.of("由", "各责任单位：", "省级：", "市级：");

    private static final Endings PLACES = Endings.of("省", "市", "县", "区", "州", "盟", "旗");
    private static final Endings OFFICES_OF_LEAGUES = Endings.of("行政公署", "行署");
    /** What the fields of several kinds of offices share: 各级商务、财政部门. */
    private static final Endings KINDS = Endings.of("部门", "单位", "机构");

    private static final Endings AUTHORITIES = Endings.of("政府", "管委会", "党委");
    private static final String LEVELS = "省市县区州盟旗国";
    /** What the second line of a name may be: 市政府 and 办公室, 市公安局 and 交警支队. */
    private static final Lexicon PARTS = Lexicon.of("办公厅", "办公室", "有限", "股份");

    private static final Endings BRANCHES = Endings.of("处", "科", "室", "支队", "总队", "大队", "站", "所", "中心", "公司");

    /** What is printed before the name of a branch. */
    private static final Endings HEAD_OFFICES = Endings.of("总局", "银行", "总公司", "集团公司", "有限公司", "委员会");

    private static final int MIN_NAME_LENGTH = 3;

    private UnitNames() {}

    /** The units of the list, as printed, in order, each once. 等 and what it trails (等有关部门) is left off. */
    public static List<String> split(String printed) {
        String list = NumberedNames.apart(printed);
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
            if (end
                    || conjunction > 0
                    || (depth == 0 && (SEPARATORS.contains(c) || dividesBehindName(list, from, i)))) {
                add(units, list.substring(from, i));
                from = i + Math.max(1, conjunction);
                i = from - 1;
            }
        }
        return List.copyOf(units);
    }

    /** The units a table cell lists; a blank divides names only where no other mark does. */
    public static List<String> ofCell(String raw, String repaired) {
        boolean marked = isMarked(repaired);
        String names = Repair.widths(raw);
        return split(marked || !dividesNames(names) ? repaired : names).stream()
                .map(Repair::clean)
                .toList();
    }

    private static boolean isMarked(String cell) {
        return cell.chars().anyMatch(c -> "、，；\n".indexOf(c) >= 0);
    }

    /**
     * Whether a line break in a cell parts two names rather than cutting one: both sides are whole names, and the second
     * begins as a name of that cell does (市…, 各…).
     */
    public static boolean areApart(String before, String after) {
        String left = before.substring(lastSeparator(before) + 1).strip();
        String right = after.substring(0, firstSeparator(after)).strip();
        boolean whole = left.length() >= MIN_NAME_LENGTH
                && right.length() >= MIN_NAME_LENGTH
                && (endsLikeName(left) || RoleNote.behind(left) != null)
                && endsLikeName(right)
                && !PARTS.isAt(right, 0);
        if (!whole) {
            return false;
        }
        char level = right.charAt(0);
        return level == '各'
                || (LEVELS.indexOf(level) >= 0
                        ? left.charAt(0) == level
                        : LEVELS.indexOf(left.charAt(0)) < 0 && !BRANCHES.areAtEnd(right, 0, right.length()));
    }

    /** Whether a blank between two texts parts two names rather than spacing one (市 商务 局, 国家税务总局 某市税务局). */
    static boolean areSpaced(String before, String after) {
        String left = before.substring(lastSeparator(before) + 1).replace(" ", "");
        String right = after.substring(0, firstSeparator(after)).replace(" ", "");
        return left.length() >= MIN_NAME_LENGTH
                && right.length() >= MIN_NAME_LENGTH
                && (endsLikeName(left) || RoleNote.behind(left) != null)
                && (endsLikeName(right) || RoleNote.behind(right) != null)
                && !HEAD_OFFICES.areAtEnd(left, 0, left.length())
                && !PARTS.isAt(right, 0)
                && (right.charAt(0) == left.charAt(0) || !BRANCHES.areAtEnd(right, 0, right.length()));
    }

    private static int lastSeparator(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !SEPARATORS.contains(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static int firstSeparator(String text) {
        int at = 0;
        while (at < text.length() && !SEPARATORS.contains(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A blank that leaves less than a name on one side merely disfigures one. */
    private static boolean dividesNames(String text) {
        for (String piece : text.strip().split(" ", -1)) {
            if (!piece.isEmpty() && piece.length() < MIN_NAME_LENGTH) {
                return false;
            }
        }
        return true;
    }

    private static void add(List<String> units, String printed) {
        String unit = withoutNumber(printed.strip());
        for (String leading : LEADING) {
            if (unit.startsWith(leading)) {
                unit = unit.substring(leading.length()).strip();
            }
        }
        unit = withoutNote(unit);
        int others = unit.indexOf('等');
        String local = "";
        if (others >= 0 && !unit.startsWith("等级") && endsLikeName(unit, 0, others)) {
            String behind = unit.substring(others + 1);
            boolean places = behind.startsWith("各")
                    ? LOCAL.areAtEnd(behind, 0, behind.length())
                    : behind.startsWith("有关") && behind.endsWith("政府");
            local = places ? behind : "";
            unit = unit.substring(0, others);
        }
        if (unit.length() > MIN_NAME_LENGTH && unit.endsWith("等")) {
            unit = unit.substring(0, unit.length() - 1);
        }
        while (!unit.isEmpty() && "。.：:".indexOf(unit.charAt(unit.length() - 1)) >= 0) {
            unit = unit.substring(0, unit.length() - 1);
        }
        addNew(units, unit);
        addNew(units, local);
    }

    /** 1.省商务厅 on a line of its own in a cell. */
    private static String withoutNumber(String unit) {
        Marker marker = Marker.read(unit);
        return marker == null || marker.style().compareTo(Style.ARABIC) < 0 || marker.style() == Style.RUN_IN
                ? unit
                : unit.substring(marker.end());
    }

    private static void addNew(List<String> units, String unit) {
        if (!units.isEmpty() && !unit.isEmpty() && goesOn(units.getLast(), unit)) {
            units.add(units.removeLast() + "、" + unit);
            return;
        }
        if (!Cells.isNone(unit) && !unit.equals("等") && !units.contains(unit)) {
            units.add(unit);
        }
    }

    /** 各区（县）党委、政府, 各市、县人民政府, 各盟行政公署、市人民政府 and 各级商务、财政部门 are one name. */
    private static boolean goesOn(String last, String unit) {
        if (unit.equals("政府") || unit.equals("人民政府")) {
            return last.endsWith("党委");
        }
        if (!last.startsWith("各")) {
            return false;
        }
        boolean level = LEVELS.indexOf(unit.charAt(0)) >= 0;
        boolean places = last.length() <= 4 && PLACES.areAtEnd(last, 0, last.length());
        if (places || OFFICES_OF_LEAGUES.areAtEnd(last, 0, last.length())) {
            return level && AUTHORITIES.areAtEnd(unit, 0, unit.length());
        }
        return !endsLikeName(last) && (KINDS.areAtEnd(unit, 0, unit.length()) || (!level && !endsLikeName(unit)));
    }

    /** 各区政府（含开发区，下同）, 省商务厅（1）: what the bracket says holds for the whole document or counts, and is no part of the name. */
    private static String withoutNote(String unit) {
        int last = unit.length() - 1;
        int open = last;
        while (open > 0 && !OPENING.contains(unit.charAt(open))) {
            open--;
        }
        boolean note = open > 0
                && CLOSING.contains(unit.charAt(last))
                && (unit.indexOf("下同", open) > 0 || Ordinals.ofCell(unit.substring(open + 1, last)) > 0);
        return note ? unit.substring(0, open).strip() : unit;
    }

    private static int conjunctionAt(String list, int from, int at) {
        if ("以和及与".indexOf(list.charAt(at)) < 0
                || at == from
                || at + 1 >= list.length()
                || !endsLikeName(list, from, at)
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

    /** A blank or a stroke divides where a name is complete before it; blanks inside a name are layout. */
    private static boolean dividesBehindName(String list, int from, int at) {
        char c = list.charAt(at);
        boolean blank = c == ' ' || c == '　';
        return (blank || c == '/' || c == '／')
                && (endsLikeName(list, from, at) || (blank && Role.verbAtEnd(list.substring(from, at)) != null));
    }

    /** Whether the text ends like a name of a unit, be it with a note behind it (市商务局（口岸办）) or 等. */
    static boolean endsLikeName(String text) {
        return endsLikeName(text, 0, text.length());
    }

    static boolean endsLikeName(String text, int from, int to) {
        int end = to;
        if (end > from && text.charAt(end - 1) == '等') {
            end--;
        }
        if (end > from && CLOSING.contains(text.charAt(end - 1))) {
            while (end > from && !OPENING.contains(text.charAt(end - 1))) {
                end--;
            }
            end--;
        }
        return end > from && UNIT_ENDINGS.areAtEnd(text, from, end);
    }

    /** Whether the text ends like the name of a unit or like a group of units (有关部门). */
    public static boolean endsLikeUnit(String text) {
        return UNIT_ENDINGS.areAtEnd(text, 0, text.length());
    }
}
