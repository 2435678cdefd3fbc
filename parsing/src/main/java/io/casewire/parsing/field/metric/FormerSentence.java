package io.casewire.parsing.field.metric;

import java.util.ArrayList;
import java.util.List;

/** What the sentence before says of how things were, where this one says how they are. */
final class FormerSentence {
    private static final int MAX_PAIR_LENGTH = 160;
    private static final int MAX_PAIRED = 12;

    private final String text;
    private final int start;
    private final List<Amount> amounts;
    private final List<Amount> formers;

    /**
     * Two sentences.
     *
     * @param start of this sentence
     * @param amounts of this sentence
     * @param formers amounts of the sentence before; empty where it does not tell how things were
     */
    FormerSentence(String text, int start, List<Amount> amounts, List<Amount> formers) {
        this.text = text;
        this.start = start;
        this.amounts = amounts;
        boolean few = formers.size() <= MAX_PAIRED && amounts.size() <= MAX_PAIRED;
        this.formers = few && Relevance.isLatter(text, start) ? formers : List.of();
    }

    /** 改革前需15天。改革后仅需3天: the amounts that count the same, or the only ones of their unit. */
    List<Transition> transitions(int index) {
        Amount now = amounts.get(index);
        List<Amount> then = new ArrayList<>(
                formers.stream().filter(old -> isOfUnit(now, old)).toList());
        List<Amount> same = then.stream()
                .filter(old -> Transition.countTheSame(text, old, now))
                .toList();
        if (same.size() == 1) {
            then = same;
        } else if (then.size() != 1 || !isAlone(now, then.getFirst())) {
            return List.of();
        }
        if (now.end() - then.getFirst().start() > MAX_PAIR_LENGTH) {
            return List.of();
        }
        int clause = Clauses.startOf(text, start, now.start());
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, clause, now.start());
        return verb == null || verb.toNew()
                ? List.of(Transition.between(text, 0, then.getFirst(), now, index + 1))
                : List.of();
    }

    /** Whether nothing else of the unit stands in this sentence, and no other noun is counted. */
    private boolean isAlone(Amount now, Amount old) {
        boolean changed = now.value().compareTo(old.value()) != 0 || !now.unit().equals(old.unit());
        boolean nouns = Phrase.behind(text, now.end()) != null && Phrase.behind(text, old.end()) != null;
        boolean other = nouns && Units.isCount(old.unit());
        return changed
                && !other
                && amounts.stream().filter(amount -> isOfUnit(amount, old)).count() == 1;
    }

    private static boolean isOfUnit(Amount now, Amount old) {
        return now.completedBy(old).unit().equals(old.unit()) || (now.isTime() && old.isTime());
    }
}
