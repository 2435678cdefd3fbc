package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.MetricKind;
import org.jspecify.annotations.Nullable;

/**
 * Says what an amount measures: the words before its verb, behind it, or behind the amount.
 *
 * @param text whole, as offsets count
 */
record Measured(String text) {
    /**
     * An amount by which something changed, or which it became.
     *
     * @param free where the words of the amount begin at the earliest
     * @param lasting the time in which it changed, which is no part of its name; null where none is told
     */
    Reading changed(
            MetricKind kind, Amount amount, int free, ChangeVerbs.@Nullable Found verb, @Nullable Amount lasting) {
        if (verb == null) {
            return new Reading(kind, null, Phrase.before(text, free, amount.start()), amount.start());
        }
        int subjectEnd = lasting != null && lasting.end() == verb.start() ? lasting.start() : verb.start();
        Phrase subject = Phrase.before(text, free, subjectEnd);
        Phrase object =
                verb.toNew() && !standsApart(amount, subject) ? null : Phrase.before(text, verb.end(), amount.start());
        boolean counted = kind == MetricKind.ABSOLUTE && object == null && Units.isCount(amount.unit());
        if (counted) {
            object = Phrase.behind(text, amount.end());
        }
        Phrase indicator = object != null ? object : subject;
        if (indicator == null && text.startsWith("的", amount.end())) {
            // 压缩60%的办理时间
            indicator = Phrase.behind(text, amount.end());
        }
        return new Reading(kind, verb.direction(), indicator, verb.start());
    }

    /** 压缩办理时间至3天, 对企业降低查验率至1%: the object stands between the verb and the marker of the new value. */
    private boolean standsApart(Amount amount, @Nullable Phrase subject) {
        if ("至到".indexOf(text.charAt(amount.start() - 1)) < 0) {
            return false;
        }
        return subject == null || (subject.start() > 0 && text.charAt(subject.start() - 1) == '对');
    }

    /** An amount of which nothing is said but that it is there. */
    Reading plain(MetricKind kind, Amount amount, int free) {
        Phrase before = Phrase.before(text, free, amount.start());
        Phrase behind = Phrase.behind(text, amount.end());
        // 换证、补证等28项业务: examples stand before the number, the name behind it
        boolean examples = before != null && before.endsInExamples(text);
        if (behind != null && examples && Units.isCount(amount.unit())) {
            return new Reading(kind, null, behind.untilAttribute(text), amount.start());
        }
        return new Reading(kind, null, behind != null && before == null ? behind : before, amount.start());
    }

    /** 九成的业务: what there is a share of may stand behind it. */
    @Nullable
    Phrase share(Amount amount, int free) {
        Phrase before = Phrase.before(text, free, amount.start());
        return before == null && text.startsWith("的", amount.end()) ? Phrase.behind(text, amount.end()) : before;
    }
}
