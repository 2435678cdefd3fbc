package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.text.Lexicon;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes metrics of the amounts of one sentence. */
final class SentenceReader {
    private static final Lexicon SHARES = Lexicon.of("占", "比例", "比重", "覆盖", "率为", "率达", "率仅", "率超", "贡献率", "贡献度");
    private static final Lexicon STOCK_AFTER_VERB = Lexicon.of("达", "突破", "实现", "完成", "惠及", "吸引", "以来");
    private static final Lexicon SHARE_CUES = Lexicon.of("占", "比", "覆盖", "率", "度", "达", "超", "突破");
    private static final Lexicon RATES = Lexicon.of("平均", "人均", "户均", "亩均", "单价");
    private static final int MAX_OBJECT_LENGTH = 30;

    private final String text;
    private final int start;
    private final List<Amount> amounts;
    private final FormerSentence former;
    private final AsOf dates;
    private final @Nullable MetricSection section;
    private final Measured measured;
    private final List<Metric> metrics = new ArrayList<>();
    /** What each of the metrics measures; the next figure of the sentence may speak of it again. */
    private final FigureNames told;

    private final boolean tellsFormer;
    private @Nullable Reading previous;
    /** End of the last amount that says something: the words of the next begin behind it. */
    private int barrier;

    private final Respectively respectively;
    /** The time in which something changed, where the amount before was one: 三年 in 业务量三年翻了两番. */
    private @Nullable Amount lasting;

    /**
     * Reads one sentence.
     *
     * @param formers the amounts of the sentence before, where that one tells how things were
     */
    SentenceReader(
            String text,
            int start,
            List<Amount> amounts,
            List<Amount> formers,
            AsOf dates,
            @Nullable MetricSection section) {
        this.text = text;
        this.start = start;
        this.amounts = amounts;
        this.former = new FormerSentence(text, start, amounts, formers);
        this.dates = dates;
        this.section = section;
        this.tellsFormer = Relevance.isFormer(text, start);
        this.measured = new Measured(text);
        this.told = new FigureNames(text);
        this.respectively = new Respectively(text, amounts, told);
    }

    List<Metric> read() {
        int i = 0;
        while (i < amounts.size()) {
            QuotedTurn turn = QuotedTurn.at(text, amounts, i);
            if (turn != null) {
                turn.transitions().forEach(this::add);
                i = turn.next();
                previous = null;
                barrier = amounts.get(i - 1).end();
                continue;
            }
            List<Transition> transitions = Transition.at(text, start, barrier, amounts, i);
            if (transitions.isEmpty()) {
                transitions = former.transitions(i);
            }
            if (!transitions.isEmpty()) {
                transitions.forEach(this::add);
                i = transitions.getLast().next();
                previous = null;
                barrier = amounts.get(i - 1).end();
            } else {
                if (!tellsFormer && !isReplacedByAWord(i)) {
                    readAlone(i);
                }
                i++;
            }
        }
        return metrics;
    }

    private void add(Transition transition) {
        Amount after = transition.after();
        Phrase indicator = transition.indicator();
        Amount before = transition.before();
        int from = Math.min(before.start(), after.start());
        from = indicator == null ? from : Math.min(from, indicator.start());
        int to = Math.max(before.end(), after.end());
        String ofAfter = dates.of(before.end(), after.start());
        told.add(indicator, after);
        metrics.add(new Metric(
                MetricKind.BEFORE_AFTER,
                indicator == null ? null : indicator.in(text),
                transition.direction(),
                transition.before().quantity(),
                after.quantity(),
                null,
                null,
                after.max(),
                null,
                after.bound(),
                ofAfter != null ? ofAfter : dates.of(start, from),
                section,
                text.substring(from, to)));
    }

    /** 由30分钟升级为“零辅导”: an old value whose new one is no number. */
    private boolean isReplacedByAWord(int index) {
        Amount amount = amounts.get(index);
        if (!ChangeVerbs.isFromMarkerBefore(text, amount.numberStart())) {
            return false;
        }
        int limit = Math.min(Clauses.endOf(text, amount.end()), amount.end() + MAX_OBJECT_LENGTH);
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, amount.end(), limit);
        return verb != null && verb.toNew();
    }

    private void readAlone(int index) {
        Amount amount = amounts.get(index);
        int clause = Clauses.startOf(text, start, amount.start());
        int free = Math.max(clause, barrier);
        Phrase name = respectively.nameOf(index, free);
        Reading reading = reading(amount, clause, free);
        if (reading != null && name != null) {
            reading = reading.about(name);
        }
        if (reading != null && reading.indicator() == null) {
            reading = told.naming(reading, amount);
        }
        lasting = reading == null && isDurationOfChange(amount) ? amount : null;
        if (reading != null || (lasting == null && !amount.chinese())) {
            // 一次 in 一次通过率 is part of a name and divides nothing
            barrier = amount.end();
        }
        previous = reading;
        if (reading != null) {
            told.add(reading.indicator(), amount);
            metrics.add(reading.metric(text, amount, dates.of(start, amount.start()), section));
        }
    }

    private boolean isDurationOfChange(Amount amount) {
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, amount.end(), Math.min(text.length(), amount.end() + 2));
        return amount.isTime() && verb != null && verb.start() == amount.end();
    }

    private @Nullable Reading reading(Amount amount, int clause, int free) {
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, free, amount.start());
        if (verb != null && isOnlyAhead(amount, verb)) {
            verb = null;
        }
        if (Relevance.isHope(text, start, amount) || Relevance.isNorm(text, clause, amount, verb != null)) {
            return null;
        }
        if (previous != null && isWhereItCameTo(free, amount)) {
            return new Reading(MetricKind.LEVEL, previous.direction(), previous.indicator(), free);
        }
        if (verb == null && previous != null && isChained(free, amount)) {
            return new Reading(previous.kind(), previous.direction(), Phrase.before(text, free, amount.start()), free);
        }
        if (amount.isPercent()) {
            return ofPercent(amount, free, verb);
        }
        if (amount.isPoints()) {
            return measured.changed(MetricKind.ABSOLUTE, amount, free, verb, lasting);
        }
        return ofUnit(amount, clause, free, verb);
    }

    /** 下降0.7个百分点至3.9%: the change, then the value it led to. */
    private boolean isWhereItCameTo(int free, Amount amount) {
        String link = text.substring(free, amount.start()).strip();
        return previous != null && previous.direction() != null && (link.equals("至") || link.equals("到"));
    }

    /** 成本30万元、占用500万元: what was said of the first holds for the next. */
    private boolean isChained(int free, Amount amount) {
        boolean joined = free < text.length() && "、和及与".indexOf(text.charAt(free)) >= 0;
        return joined
                && amount.start() - free <= MAX_OBJECT_LENGTH
                && previous != null
                && previous.percent() == amount.isPercent();
    }

    private @Nullable Reading ofPercent(Amount amount, int free, ChangeVerbs.@Nullable Found verb) {
        int behindVerb = verb == null ? free : verb.end();
        if (verb == null
                && section == MetricSection.PRACTICE
                && !Clauses.says(text, free, amount.start() + 1, SHARE_CUES)) {
            return null;
        }
        // 压缩率 and 增幅 name a change, 覆盖率 a share
        boolean rateOfChange = verb != null && (text.startsWith("率", behindVerb) || text.startsWith("幅", behindVerb));
        boolean share = !rateOfChange && Clauses.says(text, behindVerb, amount.numberStart(), SHARES);
        if (verb == null || share) {
            return new Reading(MetricKind.SHARE, null, measured.share(amount, free), amount.start());
        }
        if (verb.toNew()) {
            boolean ofWhole = text.substring(behindVerb, amount.start()).contains("的");
            return measured.changed(ofWhole ? MetricKind.SHARE : MetricKind.LEVEL, amount, free, verb, lasting);
        }
        return measured.changed(MetricKind.RELATIVE_CHANGE, amount, free, verb, lasting);
    }

    private @Nullable Reading ofUnit(Amount amount, int clause, int free, ChangeVerbs.@Nullable Found verb) {
        if (amount.unit().equals("倍") || amount.unit().equals("番")) {
            boolean change = verb != null && !verb.toNew();
            return measured.changed(
                    change ? MetricKind.RELATIVE_CHANGE : MetricKind.LEVEL, amount, free, verb, lasting);
        }
        if (verb != null && verb.toNew()) {
            // 调整为只需到一个窗口: what something turned into, not how much of it there is
            boolean article = verb.direction() == null && amount.chinese() && Units.isCount(amount.unit());
            return article ? null : measured.changed(MetricKind.LEVEL, amount, free, verb, lasting);
        }
        if (verb != null && isChange(amount, verb)) {
            return measured.changed(MetricKind.ABSOLUTE, amount, free, verb, lasting);
        }
        if (amount.isScore()) {
            return measured.plain(MetricKind.LEVEL, amount, free);
        }
        if (amount.isTime()) {
            return Relevance.isLevelOfTime(text, clause, amount)
                    ? measured.plain(MetricKind.LEVEL, amount, free)
                    : null;
        }
        boolean listed = (previous != null && previous.kind() == MetricKind.TOTAL) || isPartOfCounted(amount, free);
        if (!Relevance.isCount(text, clause, amount, section, listed)) {
            return null;
        }
        boolean rate = amount.unit().indexOf('/') >= 0
                || Clauses.says(text, free, amount.numberStart(), RATES)
                || isPerUnit(free, amount.numberStart());
        return measured.plain(rate ? MetricKind.LEVEL : MetricKind.TOTAL, amount, free);
    }

    /** 新增人才800人，其中高技能人才300人. */
    private boolean isPartOfCounted(Amount amount, int free) {
        Metric last = metrics.isEmpty() ? null : metrics.getLast();
        return last != null
                && (last.kind() == MetricKind.TOTAL || last.kind() == MetricKind.ABSOLUTE)
                && amount.unit().equals(last.unit())
                && text.substring(Math.min(barrier, free), amount.start()).contains("其中");
    }

    /** 每艘, but not 每年: a count over a time is still a count. */
    private boolean isPerUnit(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '每' && "年天日月周季".indexOf(text.charAt(at + 1)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** 提前2天 is a gain among effects; elsewhere (提前30天公示) it sets a date. */
    private boolean isOnlyAhead(Amount amount, ChangeVerbs.Found verb) {
        return text.startsWith("提前", verb.start())
                && (section != MetricSection.EFFECT || !amount.isTime() || verb.end() != amount.start());
    }

    private boolean isChange(Amount amount, ChangeVerbs.Found verb) {
        String word = text.substring(verb.start(), verb.end());
        boolean growth = List.of("推广", "拓展", "扩展", "加快", "扩大", "提升", "提速").contains(word);
        boolean few = amount.value().compareTo(BigDecimal.ONE) == 0 || Relevance.isClass(amount.unit());
        boolean vague = amount.chinese() && few && verb.direction() != Direction.DOWN;
        return !(growth && !amount.isTime())
                && !vague
                && amount.start() - verb.end() <= MAX_OBJECT_LENGTH
                && !Clauses.says(text, verb.end(), amount.start(), STOCK_AFTER_VERB);
    }
}
