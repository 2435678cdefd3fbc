package io.casewire.parsing.field.metric;

import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.field.numeral.Numerals;
import io.casewire.text.CharacterSet;
import io.casewire.text.Lexicon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that name what is measured.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
record Phrase(int start, int end) {
    private static final List<String> LEADING = List.of(
            "截至目前",
            "截至",
            "截止",
            "通过该项制度创新",
            "其中",
            "同时",
            "并且",
            "并",
            "使得",
            "使",
            "将",
            "把",
            "预计",
            "据统计",
            "经统计",
            "目前",
            "实现",
            "有效",
            "大幅",
            "已经",
            "已",
            "可",
            "且",
            "平均每",
            "平均",
            "累计",
            "共计",
            "共",
            "现",
            "全年",
            "推动",
            "促进",
            "进一步",
            "持续",
            "不断",
            "切实",
            "显著",
            "帮助",
            "涉及",
            "带动",
            "拉动",
            "企业需要",
            "企业需",
            "申请人需",
            "需要",
            "需",
            "须",
            "提交",
            "为",
            "对",
            "底",
            "了",
            "如",
            "，",
            "、",
            " ");
    private static final List<String> TRAILING = List.of(
            "低至", "高达", "多达", "长达", "年均", "月均", "日均", "上年同期的", "去年同期的", "上年同期", "去年同期", "上年的", "去年的", "上年", "去年", "原来的",
            "原先的", "之前的", "此前的", "原来", "原先", "此前", "之前", "由", "从", "平均", "总体", "整体", "大幅", "累计", "已经", "已", "均", "也",
            "可", "分别", "同比", "环比", "进一步", "有效", "显著", "合计", "共计", "总计", "共", "达到", "达", "为", "至", "仅需要", "只需要", "仅需",
            "仅", "只需", "需要", "将", "能够", "能", "再", "，", "的", "了", "约", "到", "、", " ", "是", "在", "实现", "每年", "被");
    private static final Lexicon COMPARED = Lexicon.of("较", "相较", "相比", "与");
    private static final Lexicon ABOVE_OR_BELOW = Lexicon.of("低于", "高于", "高出", "优于", "超过");
    private static final Lexicon BASELINES = Lexicon.of(
            "上年", "上月", "上季", "上一", "去年", "前年", "同期", "之前", "此前", "以前", "以往", "过去", "原", "改革", "创新", "试点前", "实施前", "传统",
            "常规", "平均", "全国", "全省", "全市");
    /** Where the name of what was counted ends in the words behind a number. */
    private static final Lexicon ENDS_NOUN = Lexicon.of(
            "采用", "办理", "进行", "参与", "开展", "实现", "使用", "进入", "享受", "通过", "完成", "入驻", "落地", "提供", "列入", "纳入", "参加", "在",
            "已", "获", "取得", "凭借", "可", "等", "、", "和", "与", "均", "全部", "出口", "进口", "到", "从", "为", "被", "以", "用于", "按",
            "得到", "下放", "联合", "加入", "成功", "集聚", "经", "“", "”", "《", "免", "将");

    /** Nearly every character says that none of the words begins or ends there. */
    private static final CharacterSet LEADING_FIRSTS = CharacterSet.ofFirst(LEADING);

    private static final CharacterSet TRAILING_LASTS = CharacterSet.ofLast(TRAILING);
    private static final int MAX_NOUN_LENGTH = 16;

    String in(String text) {
        return text.substring(start, end);
    }

    int length() {
        return end - start;
    }

    /** 开户、备案等: examples of what is counted, not its name. */
    boolean endsInExamples(String text) {
        return text.charAt(end - 1) == '等';
    }

    /** The subject that ends right before a verb or a number; null where nothing is left of it. */
    static @Nullable Phrase before(String text, int from, int to) {
        int start = behindOpenQuote(text, from, to);
        int end = to;
        int compared = comparison(text, from, to);
        if (compared > from) {
            end = compared;
        } else if (compared == from) {
            return null;
        }
        boolean trimmed = true;
        while (trimmed && start < end) {
            int newStart = withoutLeading(text, start, end);
            int newEnd = withoutTrailing(text, newStart, end);
            trimmed = newStart != start || newEnd != end;
            start = newStart;
            end = newEnd;
        }
        return end - start < 2 ? null : new Phrase(start, end);
    }

    /** Where a quotation opens that does not close: the words before it belong to another sentence. */
    private static int behindOpenQuote(String text, int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (text.charAt(at) == '”') {
                return from;
            }
            if (text.charAt(at) == '“') {
                return at + 1;
            }
        }
        return from;
    }

    /** The noun right behind a number ({@code 1400余家市场主体采用新模式}); null where none follows. */
    static @Nullable Phrase behind(String text, int from) {
        int start = from;
        while (start < text.length() && (text.charAt(start) == '的' || text.charAt(start) == ' ')) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && end - start < MAX_NOUN_LENGTH
                && !Clauses.endsClause(text.charAt(end))
                && (!ENDS_NOUN.isAt(text, end) || isWithinNoun(text, end))) {
            end++;
        }
        return end - start < 2 ? null : new Phrase(start, end);
    }

    /** 经验, 许可: nouns with a word in them that ends others. */
    private static boolean isWithinNoun(String text, int at) {
        return text.startsWith("经验", at) || text.startsWith("许可", at - 1);
    }

    /** The part before the first 的: 业务 of 业务的受理. */
    Phrase untilAttribute(String text) {
        int at = text.indexOf('的', start);
        return at >= start + 2 && at < end ? new Phrase(start, at) : this;
    }

    private static int comparison(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if ((COMPARED.isAt(text, at) && !text.startsWith("较好", at)) || isBaseline(text, from, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isCompared(String text, int at) {
        return BASELINES.isAt(text, at) || PrintedDates.at(text, at) != null;
    }

    /** 比上年末, 比之前, 低于全省平均, but not 占比 and 比例: what a value is compared with names nothing. */
    private static boolean isBaseline(String text, int from, int at) {
        if (ABOVE_OR_BELOW.isAt(text, at)) {
            return isCompared(text, at + 2);
        }
        return text.charAt(at) == '比'
                && (at == from || "占同环对价相百无".indexOf(text.charAt(at - 1)) < 0)
                && isCompared(text, at + 1);
    }

    private static int withoutLeading(String text, int start, int end) {
        PrintedDate date = PrintedDates.at(text, start);
        if (date != null && date.end() <= end) {
            return date.end();
        }
        if (text.startsWith("年", start) && start > 0 && Numerals.isDigit(text.charAt(start - 1))) {
            return start + 1;
        }
        if (start >= text.length() || !LEADING_FIRSTS.contains(text.charAt(start))) {
            return start;
        }
        for (String word : LEADING) {
            if (text.startsWith(word, start) && start + word.length() <= end && !isWord(text, start, word)) {
                return start + word.length();
            }
        }
        return start;
    }

    /** 现场, 为期, 对外: words that only begin like one to leave out. */
    private static boolean isWord(String text, int start, String leading) {
        char next = start + leading.length() < text.length() ? text.charAt(start + leading.length()) : ' ';
        return switch (leading) {
            case "现" -> "场金货代有房役".indexOf(next) >= 0;
            case "对" -> "外华台口俄".indexOf(next) >= 0;
            case "共" -> "同享用建管".indexOf(next) >= 0;
            case "可" -> "再用比".indexOf(next) >= 0;
            case "需" -> "求要".indexOf(next) >= 0;
            case "持续" -> next == '时';
            case "如" -> "期意东皋何此".indexOf(next) >= 0;
            default -> false;
        };
    }

    private static int withoutTrailing(String text, int start, int end) {
        if (end <= start || !TRAILING_LASTS.contains(text.charAt(end - 1))) {
            return end;
        }
        for (String word : TRAILING) {
            if (end - word.length() >= start && text.startsWith(word, end - word.length())) {
                return end - word.length();
            }
        }
        return end;
    }
}
