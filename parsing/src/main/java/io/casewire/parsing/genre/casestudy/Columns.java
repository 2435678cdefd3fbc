package io.casewire.parsing.genre.casestudy;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.casefile.Items;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts newspaper columns back in reading order. Wherever the numbering breaks, the text belongs to an earlier case whose
 * numbering stopped right before that number; columns go on in the order in which their cases began.
 *
 * @param homeless runs that continue no case for certain
 */
record Columns(List<Column> cases, List<Run> homeless) {
    /** Beyond this many broken columns only certain ones are placed. */
    private static final int MAX_SEARCHED = 12;

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
        int[] homes = runs.size() <= MAX_SEARCHED ? Search.homes(cases, ends, runs) : onlyCandidates(ends, runs);
        List<Run> homeless = new ArrayList<>();
        for (int i = 0; i < homes.length; i++) {
            if (homes[i] >= 0) {
                cases.get(homes[i]).paragraphs().addAll(runs.get(i).paragraphs());
            } else {
                homeless.add(runs.get(i));
            }
        }
        return new Columns(List.copyOf(cases), List.copyOf(homeless));
    }

    private static int[] onlyCandidates(List<Position> ends, List<Run> runs) {
        int[] homes = new int[runs.size()];
        for (int i = 0; i < homes.length; i++) {
            homes[i] = onlyCandidate(ends, runs.get(i));
            if (homes[i] >= 0) {
                ends.set(homes[i], runs.get(i).end(ends.get(homes[i])));
            }
        }
        return homes;
    }

    static boolean fits(Position end, Run run) {
        Marker marker = run.marker();
        // a chapter that never had sections does not go on with its second, nor a case without chapters with its first
        boolean unheard =
                marker.style() == Style.HAN_PAREN && end.section() == 0 && (marker.number() > 1 || end.chapter() == 0);
        return end.accepts(marker) && !unheard;
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
}
