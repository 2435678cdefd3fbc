package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Direction;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An old value that became a new one.
 *
 * @param indicator what went from one to the other; null where the clause does not name it
 * @param next index of the first amount behind it
 */
record Transition(
        Amount before,
        Amount after,
        @Nullable Direction direction,
        @Nullable Phrase indicator,
        int next) {
    private static final int MAX_REVERSED_GAP = 14;
    private static final int MAX_NOUN_LENGTH = 4;
    private static final int MAX_GAP = 34;
    private static final int MAX_LEAD_LENGTH = 18;
    private static final int MAX_TAIL_LENGTH = 10;
    private static final Lexicon FORMERLY =
            Lexicon.of("原", "过去", "以往", "此前", "以前", "之前", "改革前", "创新前", "传统", "常规模式", "法定");
    private static final Lexicon NOW = Lexicon.of("现", "目前", "如今", "改革后", "创新后", "新模式");

    /**
     * The transitions that begin with the amount at {@code index}; empty where it is no old value.
     *
     * @param free where the words begin that no amount before it took
     */
    static List<Transition> at(String text, int floor, int free, List<Amount> amounts, int index) {
        int lastOld = Series.end(text, amounts, index);
        if (lastOld + 1 >= amounts.size()) {
            return List.of();
        }
        Transition reversed = lastOld == index ? reversed(text, floor, amounts, index) : null;
        if (reversed != null) {
            return List.of(reversed);
        }
        Amount old = amounts.get(index);
        Amount first = amounts.get(lastOld + 1);
        int gapStart = amounts.get(lastOld).end();
        if (first.start() - gapStart > MAX_GAP) {
            return List.of();
        }
        int clause = Clauses.startOf(text, floor, old.start());
        int marker = ChangeVerbs.fromMarker(text, clause, old.start());
        Turn turn = turn(text, gapStart, first.start(), marker >= 0, old, first, clause);
        if (turn == null) {
            return List.of();
        }
        int lastNew = Series.end(text, amounts, lastOld + 1);
        int olds = lastOld - index + 1;
        int news = lastNew - lastOld;
        int subjectEnd = marker >= 0 ? marker : old.start();
        boolean attribute = old.end() < text.length() && text.charAt(old.end()) == '的';
        Phrase indicator = attribute ? Phrase.before(text, old.end(), turn.verbStart()) : null;
        if (indicator == null) {
            indicator = Phrase.before(text, Math.max(clause, free), subjectEnd);
        }
        if (indicator == null || indicator.endsInExamples(text)) {
            // 开户、备案等4个事项: examples stand before the number, the name behind it
            Phrase counted = Phrase.before(text, old.end(), turn.verbStart());
            indicator = counted == null ? indicator : counted;
        }
        if (indicator == null) {
            indicator = beforeBracket(text, floor, clause);
        }
        if (indicator == null) {
            indicator = Phrase.behind(text, old.end());
        }
        List<Transition> transitions = new ArrayList<>();
        if (olds == news && olds > 1) {
            List<Phrase> names = indicator == null ? List.of() : Series.names(text, indicator, olds);
            for (int i = 0; i < olds; i++) {
                Phrase name = names.isEmpty() ? indicator : names.get(i);
                transitions.add(of(amounts.get(index + i), amounts.get(lastOld + 1 + i), turn, name, lastNew + 1));
            }
        } else {
            int best = lastOld + 1;
            while (best < lastNew && !amounts.get(best).completedBy(old).unit().equals(old.unit())) {
                best++;
            }
            Amount chosen = amounts.get(best).completedBy(old).unit().equals(old.unit()) ? amounts.get(best) : first;
            transitions.add(of(old, chosen, turn, indicator, lastNew + 1));
        }
        return transitions;
    }

    /** 压缩为3天（原为15天）, 缩短至5天，较改革前的21天: the new value stands first. */
    private static @Nullable Transition reversed(String text, int floor, List<Amount> amounts, int index) {
        Amount now = amounts.get(index);
        Amount then = amounts.get(index + 1);
        int gap = then.start() - now.end();
        if (gap < 2 || gap > MAX_REVERSED_GAP || "（(，,".indexOf(text.charAt(now.end())) < 0) {
            return null;
        }
        boolean alike = now.completedBy(then).unit().equals(then.unit()) || (now.isTime() && then.isTime());
        if (!alike
                || !Clauses.says(text, now.end(), then.start(), FORMERLY)
                || Clauses.says(text, now.end(), then.start(), NOW)
                || ChangeVerbs.lastIn(text, now.end(), then.start()) != null
                || ChangeVerbs.turnsBehind(text, then.end())) {
            return null;
        }
        int clause = Clauses.startOf(text, floor, now.start());
        if (Clauses.says(text, clause, now.start(), FORMERLY)) {
            return null;
        }
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, clause, now.start());
        boolean said = verb == null
                ? Clauses.says(text, clause, now.start(), NOW) || text.charAt(now.end()) != '，'
                : verb.toNew();
        if (!said) {
            return null;
        }
        Phrase indicator = Phrase.before(text, clause, verb == null ? now.start() : verb.start());
        return of(then, now, new Turn(clause, verb == null ? null : verb.direction()), indicator, index + 2);
    }

    /** 通关时间大幅压缩（改革前36小时，改革后9小时）: what a bracket speaks of stands before it. */
    private static @Nullable Phrase beforeBracket(String text, int floor, int clause) {
        if (clause <= floor || "（(".indexOf(text.charAt(clause - 1)) < 0) {
            return null;
        }
        int from = Clauses.startOf(text, floor, clause - 1);
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, from, clause - 1);
        return Phrase.before(text, from, verb == null ? clause - 1 : verb.start());
    }

    /** Whether two amounts count the same thing by the noun behind them: 3次理论考试 and 1次理论考试. */
    static boolean countTheSame(String text, Amount one, Amount other) {
        if (!one.unit().equals(other.unit()) || one.value().compareTo(other.value()) == 0) {
            return false;
        }
        Phrase left = Phrase.behind(text, one.end());
        Phrase right = Phrase.behind(text, other.end());
        if (left == null || right == null) {
            return false;
        }
        int shorter = Math.min(MAX_NOUN_LENGTH, Math.min(left.length(), right.length()));
        return text.regionMatches(left.start(), text, right.start(), shorter);
    }

    /** The transition between an amount of one sentence (改革前…) and one of the next (改革后…). */
    static Transition between(String text, int floor, Amount then, Amount now, int next) {
        int clause = Clauses.startOf(text, floor, then.start());
        Phrase indicator = Units.isCount(then.unit()) ? Phrase.behind(text, then.end()) : null;
        if (indicator == null) {
            indicator = Phrase.before(text, clause, then.start());
        }
        return of(then, now, new Turn(then.end(), null), indicator, next);
    }

    private static Transition of(Amount before, Amount after, Turn turn, @Nullable Phrase indicator, int next) {
        Amount whole = after.completedBy(before);
        Direction direction = turn.direction;
        if (direction == null && before.unit().equals(whole.unit())) {
            int compared = before.value().compareTo(whole.value());
            direction = compared == 0 ? null : compared < 0 ? Direction.UP : Direction.DOWN;
        }
        return new Transition(before, whole, direction, indicator, next);
    }

    private static @Nullable Turn turn(
            String text, int from, int to, boolean marked, Amount old, Amount first, int clause) {
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, from, to);
        boolean alike = first.completedBy(old).unit().equals(old.unit()) || (first.isTime() && old.isTime());
        if (verb != null && verb.toNew()) {
            String lead = text.substring(from, verb.start()).strip();
            String tail = text.substring(verb.end(), to).strip();
            boolean near = marked ? lead.length() <= MAX_LEAD_LENGTH : lead.length() <= 3 && alike;
            boolean whole = lead.indexOf('。') < 0 && lead.indexOf('；') < 0 && tail.length() <= MAX_TAIL_LENGTH;
            boolean plausible = alike || (!first.isPercent() && !old.isPercent() && lead.length() <= 6);
            return near && whole && plausible && tail.indexOf('，') < 0
                    ? new Turn(verb.start(), verb.direction())
                    : null;
        }
        String gap = text.substring(from, to).strip();
        if (marked && alike && (gap.equals("至") || gap.equals("到"))) {
            return new Turn(from, null);
        }
        boolean thenAndNow =
                alike && Clauses.says(text, clause, old.start(), FORMERLY) && Clauses.says(text, from, to, NOW);
        return thenAndNow ? new Turn(from, null) : null;
    }

    private record Turn(int verbStart, @Nullable Direction direction) {}
}
