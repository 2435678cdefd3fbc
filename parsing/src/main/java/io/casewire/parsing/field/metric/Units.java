package io.casewire.parsing.field.metric;

import io.casewire.text.CharacterSet;
import io.casewire.text.Lexicon;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The units that amounts are printed in. */
final class Units {
    private static final Set<String> TIMES = Set.of(
            "秒", "秒钟", "分钟", "小时", "个小时", "天", "日", "个工作日", "工作日", "个自然日", "自然日", "个交易日", "周", "个星期", "星期", "个月", "年",
            "个季度", "个工作小时", "工作小时");
    private static final Map<Character, List<String>> BY_FIRST = byFirst(List.of(
            // time
            "秒钟",
            "秒",
            "分钟",
            "小时",
            "个小时",
            "天",
            "日",
            "个工作日",
            "工作日",
            "个自然日",
            "自然日",
            "个交易日",
            "周",
            "个星期",
            "星期",
            "个月",
            "年",
            "个季度",
            "个工作小时",
            "工作小时",
            // money
            "元人民币",
            "元",
            "美元",
            "欧元",
            "港元",
            "港币",
            "日元",
            "英镑",
            "人民币",
            "卢布",
            "新元",
            "澳元",
            // shares
            "%",
            "％",
            "‰",
            "个百分点",
            "百分点",
            "个千分点",
            "千分点",
            "个基点",
            "基点",
            "分点",
            "分",
            "倍",
            // counts
            "家次",
            "家",
            "个",
            "项次",
            "项",
            "条次",
            "条",
            "次",
            "件次",
            "件",
            "票次",
            "票",
            "批次",
            "批",
            "宗",
            "笔",
            "户次",
            "户",
            "人次",
            "人",
            "名",
            "位",
            "份",
            "种",
            "类",
            "级",
            "艘次",
            "艘",
            "架次",
            "架",
            "列次",
            "列",
            "辆次",
            "辆",
            "台次",
            "台套",
            "台",
            "套",
            "标准箱",
            "标箱",
            "自然箱",
            "箱",
            "柜",
            "TEU",
            "只",
            "支",
            "颗",
            "头",
            "株",
            "部",
            "篇",
            "道",
            "趟",
            "班次",
            "班",
            "航次",
            "车次",
            "单",
            "本",
            "场次",
            "场",
            "期",
            "起",
            "例",
            "所",
            "座",
            "处",
            "张",
            "幅",
            "幢",
            "栋",
            "间",
            "片",
            "页",
            "枚",
            "宗次",
            "平台",
            "字节",
            "单位",
            "盘",
            "轮",
            "对",
            "步",
            "番",
            // weights and measures
            "吨公里",
            "吨",
            "公斤",
            "千克",
            "克",
            "亩",
            "公顷",
            "平方米",
            "平方公里",
            "立方米",
            "公里",
            "千米",
            "海里",
            "米",
            "厘米",
            "毫米",
            "千瓦时",
            "千瓦",
            "兆瓦时",
            "兆瓦",
            "度",
            "千伏安",
            "升",
            "桶",
            "GB",
            "TB",
            "MW",
            "kW",
            "平米",
            "方"));

    /** Units of what is measured, not counted, end so. */
    private static final CharacterSet MEASURED = CharacterSet.of("元币磅吨克米亩卷里度升桶方瓦时%％‰点分倍番");

    private static final CharacterSet FIRSTS = CharacterSet.ofFirst(
            BY_FIRST.values().stream().flatMap(List::stream).toList());

    private static final Lexicon SCORES =
            Lexicon.of("得分", "评分", "总分", "均分", "满分", "分值", "分数", "评价", "满意度", "测评", "考核", "打分", "成绩", "评估");
    private static final int SCORE_WINDOW = 24;

    private Units() {}

    private static Map<Character, List<String>> byFirst(List<String> units) {
        Map<Character, List<String>> byFirst = new HashMap<>();
        for (String unit : units) {
            byFirst.merge(unit.charAt(0), List.of(unit), Units::concatenated);
        }
        byFirst.replaceAll((_, some) -> some.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
        return Map.copyOf(byFirst);
    }

    private static List<String> concatenated(List<String> left, List<String> right) {
        return java.util.stream.Stream.concat(left.stream(), right.stream()).toList();
    }

    /** Index after the unit beginning at {@code index}, a rate ({@code 元/亩}) included; {@code index} where none begins. */
    static int endOf(String text, int index) {
        int end = endOfSimple(text, index);
        if (end > index && end + 1 < text.length() && text.charAt(end) == '/') {
            int per = endOfSimple(text, end + 1);
            return per > end + 1 ? per : end;
        }
        return end;
    }

    private static int endOfSimple(String text, int index) {
        if (index >= text.length() || !FIRSTS.contains(text.charAt(index))) {
            return index;
        }
        for (String unit : BY_FIRST.getOrDefault(text.charAt(index), List.of())) {
            if (text.startsWith(unit, index) && !isWord(text, index, unit)) {
                return index + unit.length();
            }
        }
        return index;
    }

    /** Words that only begin like a unit: 部门, 类别, 年度, 日均, 对外. */
    private static boolean isWord(String text, int index, String unit) {
        int next = index + unit.length();
        char c = next < text.length() ? text.charAt(next) : ' ';
        return switch (unit) {
            case "分" -> !isScore(text, index, c);
            case "级" -> "别联目标".indexOf(c) >= 0;
            case "部" -> "门委省署".indexOf(c) >= 0;
            case "年" -> "度代级版均内初底末".indexOf(c) >= 0;
            case "日" -> "均报常".indexOf(c) >= 0;
            case "位" -> "于列居".indexOf(c) >= 0;
            case "对" -> "外接于标".indexOf(c) >= 0;
            case "方" -> "面式向".indexOf(c) >= 0;
            case "处", "所" -> "理置有在".indexOf(c) >= 0;
            case "场" -> "站景所".indexOf(c) >= 0;
            case "班" -> "列".indexOf(c) >= 0;
            case "起" -> "步".indexOf(c) >= 0;
            case "人" -> "民才员".indexOf(c) >= 0;
            case "单" -> "一位窗".indexOf(c) >= 0;
            case "片" -> "区".indexOf(c) >= 0;
            case "支" -> "持付".indexOf(c) >= 0;
            case "周" -> "边年".indexOf(c) >= 0;
            case "期" -> "间".indexOf(c) >= 0;
            default -> false;
        };
    }

    /** 得分为86.4分: only where something is rated is 分 a unit. */
    private static boolean isScore(String text, int index, char next) {
        return "之别类成为级期公支局行部析布配区秒子店流离享".indexOf(next) < 0
                && SCORES.isIn(text, Math.max(0, index - SCORE_WINDOW), index);
    }

    /** Whether things are counted in it, not measured: 个, 项, 万家. */
    static boolean isCount(String unit) {
        return !unit.isEmpty() && !isTime(unit) && !MEASURED.contains(unit.charAt(unit.length() - 1));
    }

    static boolean isTime(String unit) {
        int rate = unit.indexOf('/');
        return TIMES.contains(rate < 0 ? unit : unit.substring(0, rate));
    }
}
