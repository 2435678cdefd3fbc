package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.text.Lexicon;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells amounts that say what came of a reform from those that only describe it: classes, steps, limits set by rules. */
final class Relevance {
    private static final Lexicon NORMS = Lexicon.of("不得", "原则上", "应当", "须在", "应在", "按规定", "允许", "必须", "计划建造", "满足");
    private static final Lexicon LIMITS = Lexicon.of("不超过", "不高于", "不低于", "控制在", "有效期");
    private static final Lexicon DIVISIONS = Lexicon.of("分为", "分成", "划分", "细分", "归为", "分类为");
    private static final Lexicon DESCRIPTIONS =
            Lexicon.of("包括", "包含", "涵盖", "涉及", "设立", "根据", "按照", "明确", "针对", "整合", "提出");
    private static final Set<String> CLASSES =
            Set.of("类", "级", "步", "对", "道", "期", "轮", "单位", "种", "部", "位", "片", "页", "方", "平台", "字节");
    private static final Lexicon STOCK = Lexicon.of(
            "累计", "共计", "共有", "总共", "达", "完成", "实现", "超", "突破", "截至", "以来", "惠及", "吸引", "带动", "覆盖", "已", "办理", "为企业",
            "发放", "成功", "助力", "纳入", "产生", "征集", "服务企业", "引进", "落户", "培育", "入驻", "投入", "新设", "帮助", "推广至", "提交", "获得",
            "新开", "开通", "开行", "建成", "组建", "出台", "新建", "上线", "推出", "签订", "签署", "发布", "投放", "对接", "推动", "提供", "减少", "节约",
            "公布", "进出口", "产值", "交易额", "成交额", "营收");
    /** What such numbers count when they describe a document or a scheme. */
    private static final Lexicon DESCRIBED = Lexicon.of(
            "内容", "条款", "场景", "字段", "指标", "维度", "方面", "部分", "阶段", "类别", "子类", "子项", "级别", "要素", "章节", "步骤", "原则", "流程",
            "模块", "经验", "案例");

    private static final Lexicon RESULTS_BEHIND =
            Lexicon.of("实现", "入驻", "落地", "完成", "接入", "提供", "办理", "获得", "采用", "通过");
    private static final Lexicon HANDED_DOWN = Lexicon.of("下放", "移交", "赋予");
    private static final Lexicon DONE_FOR = Lexicon.of("提供", "办理", "发放", "解决", "节约", "节省");
    private static final Lexicon TIME_CUES =
            Lexicon.of("时间", "时长", "周期", "时限", "天数", "耗时", "用时", "仅", "只需", "最快", "平均", "时效", "最短", "缩");
    private static final Lexicon TIME_BEHIND = Lexicon.of(
            "即可", "可", "抵达", "办结", "送达", "直达", "往返", "到达", "完成", "通关", "放行", "拿", "快速", "迅速", "获批", "获得", "取得");
    private static final Lexicon ROUND_THE_CLOCK =
            Lexicon.of("自助", "不", "在线", "服务", "全天", "值", "受理", "智能", "办", "响应", "营", "预约", "无", "通关服务", "热线");
    private static final Lexicon QUALIFIED = Lexicon.of("项目", "企业", "的项目", "的企业", "投资", "产业项目", "重大项目", "工业项目");
    private static final Lexicon FORMERLY = Lexicon.of("改革前", "创新前", "传统模式", "常规模式", "原有模式", "以往", "过去");
    private static final Lexicon LATTERLY =
            Lexicon.of("改革后", "创新后", "改革实施后", "新模式", "现在", "如今", "目前", "实施后", "现", "通过改革", "通过创新");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Lexicon HOPES = Lexicon.of("力争", "努力争取", "争取“", "争取在", "争取实现", "争取达", "争取20");
    private static final int HOPE_WINDOW = 120;
    private static final int RESULT_WINDOW = 16;
    private static final int MAX_QUOTED_LENGTH = 40;

    private Relevance() {}

    /** Whether a sentence tells how things were before the reform: its numbers are no effects. */
    static boolean isFormer(String text, int sentenceStart) {
        return beginsWith(text, sentenceStart, FORMERLY);
    }

    /** Whether a sentence tells how things are after the reform. */
    static boolean isLatter(String text, int sentenceStart) {
        return beginsWith(text, sentenceStart, LATTERLY);
    }

    private static boolean beginsWith(String text, int sentenceStart, Lexicon words) {
        int start = sentenceStart;
        while (start < text.length() && "1234567890.．、 　".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return words.isAt(text, start) || words.isAt(text, start + 1);
    }

    /** 力争达到50%: what somebody hopes for, in the sentence up to the number. */
    static boolean isHope(String text, int sentenceStart, Amount amount) {
        int from = Math.max(sentenceStart, amount.start() - HOPE_WINDOW);
        return Clauses.says(text, from, amount.start(), HOPES);
    }

    /** Whether a rule sets the amount: it is a limit, not an effect. */
    static boolean isNorm(String text, int clauseStart, Amount amount, boolean changed) {
        if (Clauses.says(text, clauseStart, amount.numberStart(), NORMS)) {
            return true;
        }
        if (amount.isPercent() && !changed && Clauses.says(text, clauseStart, amount.numberStart(), LIMITS)) {
            return true;
        }
        boolean limit = amount.bound() == Bound.AT_LEAST || amount.bound() == Bound.AT_MOST;
        if (!limit || amount.isPercent() || changed) {
            return false;
        }
        // 2亿元以上项目77个: what is counted stands behind
        boolean qualifies = QUALIFIED.isAt(text, amount.end());
        boolean attribute = amount.end() < text.length() && text.charAt(amount.end()) == '的';
        return qualifies || (attribute && !Clauses.says(text, clauseStart, amount.numberStart(), STOCK));
    }

    /** Whether a time that nothing changed still says how long something takes. */
    static boolean isLevelOfTime(String text, int clauseStart, Amount amount) {
        if (amount.unit().equals("年") || amount.unit().equals("日")) {
            return false;
        }
        if (amount.value().intValue() == 24 && ROUND_THE_CLOCK.isAt(text, amount.end())) {
            return false;
        }
        return Clauses.says(text, clauseStart, amount.numberStart(), TIME_CUES) || TIME_BEHIND.isAt(text, amount.end());
    }

    /**
     * Whether a bare count is worth a record in its part of the case.
     *
     * @param listed whether it goes on a list of counts that are
     */
    static boolean isCount(
            String text, int clauseStart, Amount amount, @Nullable MetricSection section, boolean listed) {
        boolean spelledSmall = amount.chinese()
                && !amount.isPercent()
                && amount.value().compareTo(HUNDRED) < 0
                && !isVaguelyMany(amount)
                && amount.unit().chars().noneMatch(c -> c == '万' || c == '亿');
        boolean bracketed = section != MetricSection.EFFECT && isWholeBracket(text, amount);
        if (spelledSmall || bracketed || Clauses.says(text, clauseStart, amount.numberStart(), DIVISIONS)) {
            return false;
        }
        boolean stock = listed
                || isVaguelyMany(amount)
                || text.startsWith("共", before(text, amount.start()))
                || isServed(text, amount)
                || isDeveloped(text, clauseStart, amount)
                || Clauses.says(text, clauseStart, amount.numberStart(), STOCK)
                || Clauses.says(
                        text,
                        amount.end(),
                        Math.min(Clauses.endOf(text, amount.end()), amount.end() + RESULT_WINDOW),
                        RESULTS_BEHIND);
        if (section == MetricSection.EFFECT) {
            int end = Math.min(Clauses.endOf(text, amount.end()), amount.end() + RESULT_WINDOW);
            stock |= Clauses.says(text, amount.end(), end, HANDED_DOWN);
            return !CLASSES.contains(amount.unit()) || stock || amount.unit().equals("种");
        }
        boolean kinds =
                CLASSES.contains(amount.unit()) || isDescribed(text, amount.end()) || isDescribedBefore(text, amount);
        return stock
                && (isVaguelyMany(amount) || !kinds)
                && !Clauses.says(text, clauseStart, amount.numberStart(), DESCRIPTIONS);
    }

    /** 6个标准化业务流程: the noun that is counted ends in the word. */
    private static boolean isDescribed(String text, int index) {
        int quoted = text.startsWith("“", index)
                ? text.indexOf('”', index, Math.min(text.length(), index + MAX_QUOTED_LENGTH))
                : -1;
        if (quoted > 0 && DESCRIBED.isAt(text, quoted - 2)) {
            return true;
        }
        Phrase noun = Phrase.behind(text, index);
        return DESCRIBED.isAt(text, index) || (noun != null && DESCRIBED.isAt(text, noun.end() - 2));
    }

    /** 改革试点经验共22项: the noun stands before. */
    private static boolean isDescribedBefore(String text, Amount amount) {
        int summed = before(text, amount.start());
        return text.startsWith("共", summed) && summed >= 2 && DESCRIBED.isAt(text, summed - 2);
    }

    /** （共5项）: what a heading says of its own parts. */
    private static boolean isWholeBracket(String text, Amount amount) {
        int before = before(text, amount.start());
        int from = text.startsWith("共", before) ? before - 1 : before;
        return text.startsWith("（", from) && text.startsWith("）", amount.end());
    }

    /** 为5家企业提供服务: those something was done for. */
    private static boolean isServed(String text, Amount amount) {
        return text.startsWith("为", before(text, amount.start()))
                && Clauses.says(text, amount.end(), Clauses.endOf(text, amount.end()), DONE_FOR);
    }

    /** 开发岗位300个, but not in 经济技术开发区等5个. */
    private static boolean isDeveloped(String text, int clauseStart, Amount amount) {
        int end = amount.numberStart();
        int at = clauseStart < end ? text.indexOf("开发", clauseStart, end) : -1;
        while (at >= 0 && text.startsWith("区", at + 2)) {
            at = at + 2 < end ? text.indexOf("开发", at + 2, end) : -1;
        }
        return at >= 0;
    }

    private static int before(String text, int index) {
        int at = index - 1;
        while (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at;
    }

    /** Whether things of such a unit are kinds and classes: what there are of them describes more than it counts. */
    static boolean isClass(String unit) {
        return CLASSES.contains(unit);
    }

    /** 十余项, 近二十家: nobody writes so of what is listed. */
    private static boolean isVaguelyMany(Amount amount) {
        return amount.value().compareTo(BigDecimal.TEN) >= 0
                && (amount.bound() == Bound.MORE_THAN || amount.bound() == Bound.ABOUT);
    }
}
