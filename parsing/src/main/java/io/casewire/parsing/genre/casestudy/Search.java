package io.casewire.parsing.genre.casestudy;

import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries the ways of attaching runs to cases. The one that places most of them, in the order of the cases and in like
 * words, wins; a run that another way places nearly as well elsewhere is left without a home.
 */
final class Search {
    private static final int MAX_STEPS = 50_000;
    private static final double PLACED = 10;
    private static final double GOES_ON = 2;
    private static final double IN_ORDER = 1;
    private static final double LIKE_WORDS = 6;

    /** By how much the best home must beat the next one. */
    private static final double MARGIN = 1;

    private final List<Run> runs;
    private final List<Position> ends;
    private final double[][] likeness;
    private final int[] chosen;
    private int[] best;
    private double bestScore = -1;
    /** The best score seen with that run in that home; the last place is for no home. */
    private final double[][] scores;

    private int steps;

    private Search(List<Column> cases, List<Position> ends, List<Run> runs) {
        this.runs = runs;
        this.ends = new ArrayList<>(ends);
        this.chosen = new int[runs.size()];
        this.best = new int[runs.size()];
        Arrays.fill(best, -1);
        this.likeness = new double[runs.size()][cases.size()];
        this.scores = new double[runs.size()][cases.size() + 1];
        List<Set<Integer>> words = new ArrayList<>();
        for (Column column : cases) {
            words.add(pairs(column.paragraphs()));
        }
        for (int i = 0; i < runs.size(); i++) {
            Set<Integer> own = pairs(runs.get(i).paragraphs());
            for (int j = 0; j < cases.size(); j++) {
                likeness[i][j] = shared(own, words.get(j));
            }
        }
    }

    /** The index of the case each run continues; -1 for a run that none continues for certain. */
    static int[] homes(List<Column> cases, List<Position> ends, List<Run> runs) {
        Search search = new Search(cases, ends, runs);
        search.run(0, 0, -1);
        return search.certain();
    }

    private int[] certain() {
        int[] certain = best.clone();
        for (int i = 0; i < certain.length; i++) {
            for (int home = 0; home < scores[i].length; home++) {
                boolean other = home != (best[i] < 0 ? scores[i].length - 1 : best[i]);
                if (other && scores[i][home] > bestScore - MARGIN) {
                    certain[i] = -1;
                }
            }
        }
        return steps > MAX_STEPS ? nowhere(certain) : certain;
    }

    /** A search that was cut short has proved nothing. */
    private static int[] nowhere(int[] homes) {
        Arrays.fill(homes, -1);
        return homes;
    }

    private void run(int at, double score, int previous) {
        if (++steps > MAX_STEPS) {
            return;
        }
        if (at == runs.size()) {
            note(score);
            return;
        }
        Run run = runs.get(at);
        for (int home = 0; home <= run.after(); home++) {
            Position end = ends.get(home);
            if (!Columns.fits(end, run)) {
                continue;
            }
            chosen[at] = home;
            ends.set(home, run.end(end));
            double order = goesOn(at, home) ? GOES_ON : home > previous ? IN_ORDER : 0;
            run(at + 1, score + PLACED + order + LIKE_WORDS * likeness[at][home], home);
            ends.set(home, end);
        }
        chosen[at] = -1;
        run(at + 1, score, previous);
    }

    /** Whether the run stands right below one of the same case. */
    private boolean goesOn(int at, int home) {
        return at > 0
                && chosen[at - 1] == home
                && runs.get(at - 1).after() == runs.get(at).after();
    }

    private void note(double score) {
        if (score > bestScore) {
            bestScore = score;
            best = chosen.clone();
        }
        for (int i = 0; i < chosen.length; i++) {
            int home = chosen[i] < 0 ? scores[i].length - 1 : chosen[i];
            scores[i][home] = Math.max(scores[i][home], score);
        }
    }

    /** 0 to 1: how many pairs of characters of the one the other has as well. */
    private static double shared(Set<Integer> own, Set<Integer> words) {
        if (own.isEmpty()) {
            return 0;
        }
        return (double) own.stream().filter(words::contains).count() / own.size();
    }

    /** The pairs of characters that stand side by side, each as one number. */
    private static Set<Integer> pairs(List<Paragraph> paragraphs) {
        Set<Integer> pairs = new HashSet<>();
        for (Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            for (int i = 0; i + 1 < text.length(); i++) {
                pairs.add((text.charAt(i) << 16) | text.charAt(i + 1));
            }
        }
        return pairs;
    }
}
