package io.casewire.ingest.metric;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.MetricSection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells amounts that say what came of a reform from those that only describe it: classes, steps, limits set by rules. */
final class Relevance {
    private static final List<String> NORMS = List.of("不得", "原则上", "应当", "须在", "应在", "按规定", "允许", "必须");
    private static final List<String> DIVISIONS =
            List.of("分为", "分成", "划分", "细分", "归为", "包括", "包含", "涵盖", "涉及", "设置", "设立", "根据", "按照");
    private static final Set<String> CLASSES =
            Set.of("类", "级", "步", "对", "道", "期", "轮", "单位", "种", "部", "位", "片", "页", "方", "平台", "字节");
    private static final List<String> STOCK = List.of(
            "累计", "共", "达", "完成", "实现", "超", "突破", "截至", "以来", "惠及", "吸引", "带动", "覆盖", "已", "办理", "为企业", "发放", "成功",
            "助力", "服务企业", "引进", "落户", "培育", "入驻", "投入", "新设", "帮助", "占", "推广至");
    private static final List<String> TIME_CUES =
            List.of("时间", "时长", "周期", "时限", "天数", "耗时", "用时", "仅", "只需", "最快", "平均", "时效", "最短", "缩");
    private static final List<String> TIME_BEHIND =
            List.of("即可", "可", "抵达", "办结", "送达", "直达", "往返", "到达", "完成", "通关", "放行", "拿");
    private static final List<String> ROUND_THE_CLOCK =
            List.of("自助", "不", "在线", "服务", "全天", "值", "受理", "智能", "办", "响应", "营", "预约", "无", "通关服务", "热线");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Relevance() {}

    /** Whether a rule sets the amount: it is a limit, not an effect. */
    static boolean isNorm(String text, int clauseStart, Amount amount) {
        if (Clauses.says(text, clauseStart, amount.numberStart(), NORMS)) {
            return true;
        }
        boolean limit = amount.bound() == Bound.AT_LEAST || amount.bound() == Bound.AT_MOST;
        return limit
                && !amount.isPercent()
                && amount.end() < text.length()
                && text.charAt(amount.end()) == '的'
                && !Clauses.says(text, clauseStart, amount.numberStart(), STOCK);
    }

    /** Whether a time that nothing changed still says how long something takes. */
    static boolean isLevelOfTime(String text, int clauseStart, Amount amount) {
        if (amount.unit().equals("年") || amount.unit().equals("日")) {
            return false;
        }
        if (amount.value().intValue() == 24 && startsWithAny(text, amount.end(), ROUND_THE_CLOCK)) {
            return false;
        }
        return Clauses.says(text, clauseStart, amount.numberStart(), TIME_CUES)
                || startsWithAny(text, amount.end(), TIME_BEHIND);
    }

    /** Whether a bare count is worth a record in its part of the case. */
    static boolean isCount(String text, int clauseStart, Amount amount, @Nullable MetricSection section) {
        boolean spelledSmall = amount.chinese()
                && !amount.isPercent()
                && amount.value().compareTo(HUNDRED) < 0
                && amount.unit().chars().noneMatch(c -> c == '万' || c == '亿');
        boolean stock = Clauses.says(text, clauseStart, amount.numberStart(), STOCK);
        if (spelledSmall || (CLASSES.contains(amount.unit()) && !stock)) {
            return false;
        }
        if (Clauses.says(text, clauseStart, amount.numberStart(), DIVISIONS) && !stock) {
            return false;
        }
        return section != MetricSection.PRACTICE || stock;
    }

    private static boolean startsWithAny(String text, int index, List<String> words) {
        return words.stream().anyMatch(word -> text.startsWith(word, index));
    }
}
