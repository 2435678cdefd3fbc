package io.casewire.ingest.metric;

import io.casewire.contracts.parsed.Direction;
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
    private static final int LONGEST_SERIES = 8;
    private static final int LONGEST_GAP = 34;
    private static final int LONGEST_LEAD = 18;
    private static final int LONGEST_TAIL = 10;
    private static final List<String> FORMERLY = List.of("原", "过去", "以往", "此前", "以前", "之前", "改革前", "创新前", "传统", "常规模式");
    private static final List<String> NOW = List.of("现", "目前", "如今", "改革后", "创新后", "新模式");

    /** The transitions that begin with the amount at {@code index}; empty where it is no old value. */
    static List<Transition> at(String text, int floor, List<Amount> amounts, int index) {
        int lastOld = endOfSeries(text, amounts, index);
        if (lastOld + 1 >= amounts.size()) {
            return List.of();
        }
        Amount old = amounts.get(index);
        Amount first = amounts.get(lastOld + 1);
        int gapStart = amounts.get(lastOld).end();
        if (first.start() - gapStart > LONGEST_GAP) {
            return List.of();
        }
        int clause = Clauses.startOf(text, floor, old.start());
        int marker = ChangeVerbs.fromMarker(text, clause, old.start());
        Turn turn = turn(text, gapStart, first.start(), marker >= 0, old, first, clause);
        if (turn == null) {
            return List.of();
        }
        int lastNew = endOfSeries(text, amounts, lastOld + 1);
        int olds = lastOld - index + 1;
        int news = lastNew - lastOld;
        int subjectEnd = marker >= 0 ? marker : old.start();
        boolean attribute = old.end() < text.length() && text.charAt(old.end()) == '的';
        Phrase indicator = attribute ? Phrase.before(text, old.end(), turn.verbStart()) : null;
        if (indicator == null) {
            indicator = Phrase.before(text, clause, subjectEnd);
        }
        if (indicator == null) {
            indicator = Phrase.before(text, old.end(), turn.verbStart());
        }
        if (indicator == null) {
            indicator = Phrase.behind(text, old.end());
        }
        List<Transition> transitions = new ArrayList<>();
        if (olds == news && olds > 1) {
            for (int i = 0; i < olds; i++) {
                transitions.add(of(amounts.get(index + i), amounts.get(lastOld + 1 + i), turn, indicator, lastNew + 1));
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
            boolean near = marked ? lead.length() <= LONGEST_LEAD : lead.length() <= 3 && alike;
            boolean whole = lead.indexOf('。') < 0 && lead.indexOf('；') < 0 && tail.length() <= LONGEST_TAIL;
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

    /** Index of the last amount of a series (10天、5天和3天). */
    private static int endOfSeries(String text, List<Amount> amounts, int index) {
        int last = index;
        while (last + 1 < amounts.size() && last - index < LONGEST_SERIES) {
            String gap = text.substring(
                    amounts.get(last).end(),
                    Math.min(amounts.get(last + 1).start(), amounts.get(last).end() + 4));
            String between = gap.strip();
            boolean adjacent = amounts.get(last + 1).start() - amounts.get(last).end() < 4;
            if (!adjacent
                    || !(between.equals("、") || between.equals("和") || between.equals("及") || between.equals("与"))) {
                break;
            }
            last++;
        }
        return last;
    }

    private record Turn(int verbStart, @Nullable Direction direction) {}
}
