package io.casewire.ingest.casestudy;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.ingest.cases.Items;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts newspaper columns back in reading order. Wherever the numbering breaks, the text belongs to an earlier case whose
 * numbering stopped right before that number; columns go on in the order in which their cases began.
 *
 * @param homeless runs that continue no case for certain
 */
record Columns(List<Column> cases, List<Run> homeless) {
    /** Beyond this many broken columns only certain ones are placed. */
    private static final int MOST_SEARCHED = 12;

    static Columns of(List<Paragraph> paragraphs) {
        List<Column> cases = new ArrayList<>();
        List<Position> ends = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        List<Paragraph> current = null;
        Position position = Position.START;
        boolean inRun = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Marker marker = Marker.read(paragraph.text());
            if (marker != null && CaseStudies.beginsCase(paragraphs, i)) {
                Column column = new Column(
                        marker.number(),
                        paragraph.text().substring(marker.end()).strip(),
                        paragraph);
                cases.add(column);
                ends.add(Position.START);
                current = column.paragraphs();
                position = Position.START;
                inRun = false;
                continue;
            }
            if (current == null) {
                continue;
            }
            if (marker != null && breaks(paragraphs, i, marker, position)) {
                current = new ArrayList<>();
                runs.add(new Run(current, marker, cases.size() - 1));
                position = before(marker);
                inRun = true;
            }
            current.add(paragraph);
            noteGap(marker, position, paragraph, inRun ? null : cases.getLast());
            position = advance(paragraphs, i, position);
            if (!inRun) {
                ends.set(ends.size() - 1, position);
            }
        }
        return place(cases, ends, runs);
    }

    private static void noteGap(
            @Nullable Marker marker, Position position, Paragraph paragraph, @Nullable Column column) {
        if (column != null && marker != null && !position.accepts(marker)) {
            column.diagnostics()
                    .add(new DiagnosticRecord(
                            Severity.INFO,
                            "NUMBERING_IRREGULAR",
                            "The number of '" + paragraph.text() + "' does not follow the one before",
                            paragraph.lines()));
        }
    }

    private static boolean breaks(List<Paragraph> paragraphs, int at, Marker marker, Position position) {
        if (marker.style() != Style.HAN && marker.style() != Style.HAN_PAREN) {
            return false;
        }
        return !position.accepts(marker) && !position.tolerates(marker) && !actsAsChapter(paragraphs, at, position);
    }

    /** （三） misprinted for 三、 gives itself away: （一） follows at once. */
    private static boolean actsAsChapter(List<Paragraph> paragraphs, int at, Position position) {
        Marker marker = Marker.read(paragraphs.get(at).text());
        Marker next =
                at + 1 < paragraphs.size() ? Marker.read(paragraphs.get(at + 1).text()) : null;
        return marker != null
                && marker.style() == Style.HAN_PAREN
                && marker.number() == position.chapter() + 1
                && next != null
                && next.style() == Style.HAN_PAREN
                && next.number() == 1;
    }

    /** Where the outline stands after that paragraph. */
    static Position advance(List<Paragraph> paragraphs, int at, Position position) {
        Marker marker = Marker.read(paragraphs.get(at).text());
        if (marker != null) {
            return !position.accepts(marker) && actsAsChapter(paragraphs, at, position)
                    ? position.nextChapter()
                    : position.after(marker);
        }
        return Items.isUnnumberedHeading(paragraphs, at) ? position.afterUnnumbered() : position;
    }

    private static Position before(Marker marker) {
        return marker.style() == Style.HAN
                ? new Position(marker.number() - 1, 0)
                : new Position(0, marker.number() - 1);
    }

    private static Columns place(List<Column> cases, List<Position> ends, List<Run> runs) {
        int[] best = new int[runs.size()];
        if (runs.size() <= MOST_SEARCHED) {
            Search search = new Search(cases, runs);
            search.run(0, new ArrayList<>(ends), new int[runs.size()], 0, -1);
            best = search.best;
        } else {
            for (int i = 0; i < runs.size(); i++) {
                best[i] = onlyCandidate(ends, runs.get(i));
                if (best[i] >= 0) {
                    ends.set(best[i], runs.get(i).end(ends.get(best[i])));
                }
            }
        }
        List<Run> homeless = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if (best[i] >= 0) {
                cases.get(best[i]).paragraphs().addAll(runs.get(i).paragraphs());
            } else {
                homeless.add(runs.get(i));
            }
        }
        return new Columns(List.copyOf(cases), List.copyOf(homeless));
    }

    private static boolean fits(Position end, Run run) {
        Marker marker = run.marker();
        // a case that never had sections does not go on with its second
        return end.accepts(marker) && !(marker.style() == Style.HAN_PAREN && end.section() == 0);
    }

    private static int onlyCandidate(List<Position> ends, Run run) {
        int only = -1;
        for (int i = 0; i <= run.after(); i++) {
            if (fits(ends.get(i), run)) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    /** Tries the ways of attaching runs to cases; the one that places most, in the order of the cases, in like words, wins. */
    private static final class Search {
        private final List<Column> cases;
        private final List<Run> runs;
        private final double[][] likeness;
        private int[] best;
        private double bestScore = -1;
        private int steps;

        Search(List<Column> cases, List<Run> runs) {
            this.cases = cases;
            this.runs = runs;
            this.best = new int[runs.size()];
            this.likeness = new double[cases.size()][runs.size()];
            for (double[] ofCase : likeness) {
                Arrays.fill(ofCase, -1);
            }
        }

        /** Asked for again and again on the way, worked out once. */
        private double likeness(int column, int run) {
            if (likeness[column][run] < 0) {
                likeness[column][run] = Columns.likeness(cases.get(column), runs.get(run));
            }
            return likeness[column][run];
        }

        void run(int at, List<Position> ends, int[] chosen, double score, int previous) {
            if (++steps > 20_000) {
                return;
            }
            if (at == runs.size()) {
                if (score > bestScore) {
                    bestScore = score;
                    best = chosen.clone();
                }
                return;
            }
            Run run = runs.get(at);
            for (int i = 0; i <= run.after(); i++) {
                Position end = ends.get(i);
                if (!fits(end, run)) {
                    continue;
                }
                chosen[at] = i;
                ends.set(i, run.end(end));
                double order = i > previous ? 2 : 0;
                run(at + 1, ends, chosen, score + 10 + order + likeness(i, at), i);
                ends.set(i, end);
            }
            chosen[at] = -1;
            run(at + 1, ends, chosen, score, previous);
        }
    }

    /** 0 to 1: how many pairs of characters of the run the case has as well. */
    private static double likeness(Column column, Run run) {
        Set<String> pairs = pairs(column.paragraphs());
        Set<String> others = pairs(run.paragraphs());
        if (others.isEmpty()) {
            return 0;
        }
        long shared = others.stream().filter(pairs::contains).count();
        return (double) shared / others.size();
    }

    private static Set<String> pairs(List<Paragraph> paragraphs) {
        Set<String> pairs = new HashSet<>();
        for (Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            for (int i = 0; i + 1 < text.length(); i++) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }
}
