package io.casewire.parsing.page;

import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Blanks;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * Undoes the wrapping of text at a margin, before anything else is read from its lines.
 *
 * <p>A line was cut by the margin where the first unbreakable piece of the next one would not have fitted any more. That
 * shows in columns (a Chinese character takes two) or in characters, whichever the wrapping counted; and most lines cut
 * so stop in mid-sentence, which no author's own line breaks do.
 */
final class Wrapping {
    private static final int NARROWEST = 20;
    private static final int WIDEST = 400;
    private static final int MIN_CUTS = 3;

    /** Longer than any paragraph people write. */
    private static final int MAX_PARAGRAPH_LENGTH = 20_000;

    private static final int MAX_HEADING_LENGTH = 60;
    private static final int MIN_HEADING_LENGTH = 3;

    private final List<Line> lines;
    private final LineWidths widths;
    private final boolean columns;
    private final int width;
    private int cuts;
    private int torn;
    private int broken;
    private int tornProse;
    private int exact;
    private int countsInside;
    private int countsApart;
    private final EnumMap<Style, Integer> headings = new EnumMap<>(Style.class);
    private int usualIndent;

    private Wrapping(List<Line> lines, LineWidths widths, int width) {
        this.lines = lines;
        this.widths = widths;
        this.columns = widths.areColumns();
        this.width = width;
    }

    /** The lines as they were before a margin cut them; the same lines where none did. */
    static List<Line> undo(List<Line> lines) {
        Wrapping best = null;
        LineWidths characters = LineWidths.inCharacters(lines);
        for (LineWidths widths : List.of(characters, characters.inColumns(lines))) {
            for (int spare : new int[] {0, 2}) {
                Wrapping wrapping = new Wrapping(lines, widths, widths.widest(spare, WIDEST));
                wrapping.weigh();
                if (wrapping.isLikely() && (best == null || wrapping.torn > best.torn)) {
                    best = wrapping;
                }
            }
        }
        return best == null ? lines : best.unwrap();
    }

    private void weigh() {
        if (width < NARROWEST || width > WIDEST) {
            return;
        }
        int[] indents = new int[9];
        for (int i = 0; i < lines.size(); i++) {
            if (!widths.isText(i)) {
                continue;
            }
            Line line = lines.get(i);
            indents[Math.min(8, indent(line))]++;
            countsInside += line.text().contains("。二是") || line.text().contains("；二是") ? 1 : 0;
            int next = adjacent(i);
            boolean full = next >= 0 && isFull(i, next);
            boolean open = next >= 0
                    && !Glyphs.endsSentence(line.text())
                    && lines.get(next).marker() == null;
            broken += open && (full || !isHeading(line)) ? 1 : 0;
            countsApart += !full && next >= 0 && lines.get(next).text().startsWith("二是") ? 1 : 0;
            if (!full) {
                Marker marker = line.marker();
                boolean bare = !Glyphs.endsSentence(line.text()) && !line.text().endsWith("）");
                boolean above = next >= 0 && lines.get(next).marker() == null;
                if (marker != null && isHeading(line) && bare && above) {
                    headings.merge(marker.style(), 1, Integer::sum);
                }
                continue;
            }
            cuts++;
            exact += widths.of(i) == width ? 1 : 0;
            if (open) {
                torn++;
                tornProse += Edges.hasClauses(line.text()) ? 1 : 0;
            }
        }
        for (int i = 1; i < indents.length; i++) {
            usualIndent = indents[i] > indents[usualIndent] ? i : usualIndent;
        }
    }

    /** Lines that stop in mid-sentence without being full were ended by their author: a list, a title over two lines. */
    private boolean isLikely() {
        return cuts >= MIN_CUTS && tornProse >= 1 && torn * 2 >= cuts && torn * 10 >= broken * 6;
    }

    /** Index of the line right below, boilerplate of the page between them left out; -1 where a blank line comes first. */
    private int adjacent(int at) {
        boolean page = false;
        boolean blank = false;
        for (int i = at + 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.boilerplate() != null) {
                page = true;
            } else if (line.isBlank()) {
                blank = true;
            } else {
                return widths.isText(i) && (page || !blank) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isFull(int line, int next) {
        int used = widths.of(line);
        String raw = lines.get(line).raw();
        // a blank at the end was one between words, and took its place
        int blank = raw.endsWith(" ") && !raw.endsWith("  ") ? 1 : 0;
        return used <= width && used + blank + firstPiece(lines.get(next).raw()) > width;
    }

    /** Width of what a typesetter would not part: a word, a number, a character with the marks that cling to it. */
    private int firstPiece(String raw) {
        int start = 0;
        while (start < raw.length() && Blanks.isBlank(raw.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < raw.length() && "（《“‘〔【".indexOf(raw.charAt(end)) >= 0) {
            end++;
        }
        if (end < raw.length() && raw.charAt(end) < '\u0080') {
            while (end < raw.length() && raw.charAt(end) < '\u0080' && !Blanks.isBlank(raw.charAt(end))) {
                end++;
            }
        } else if (end < raw.length()) {
            end++;
        }
        while (end < raw.length() && "，。；：、！？）》”’〕】%".indexOf(raw.charAt(end)) >= 0) {
            end++;
        }
        return LineWidths.between(raw, start, Math.min(end, start + NARROWEST), columns);
    }

    private List<Line> unwrap() {
        List<Line> unwrapped = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            at = widths.isText(at) ? unwrapFrom(at, unwrapped) : take(at, unwrapped);
        }
        return unwrapped;
    }

    private int take(int at, List<Line> unwrapped) {
        unwrapped.add(lines.get(at));
        return at + 1;
    }

    private int unwrapFrom(int start, List<Line> unwrapped) {
        List<Line> pieces = new ArrayList<>();
        pieces.add(lines.get(start));
        StringBuilder raw = new StringBuilder(lines.get(start).raw());
        StringBuilder text = new StringBuilder(lines.get(start).text());
        List<Line> between = new ArrayList<>();
        int at = start;
        while (raw.length() < MAX_PARAGRAPH_LENGTH) {
            int next = adjacent(at);
            if (next < 0 || !isFull(at, next) || !goesOn(text, pieces, lines.get(next), next)) {
                break;
            }
            for (Line boilerplate : lines.subList(at + 1, next)) {
                if (boilerplate.boilerplate() != null) {
                    between.add(boilerplate);
                }
            }
            append(raw, lines.get(next).raw());
            text.append(lines.get(next).text());
            pieces.add(lines.get(next));
            at = next;
        }
        unwrapped.add(pieces.size() == 1 ? pieces.getFirst() : Line.joined(pieces, raw.toString()));
        unwrapped.addAll(between);
        return at + 1;
    }

    private boolean goesOn(StringBuilder text, List<Line> pieces, Line next, int index) {
        if (next.headingLevel() > 0 || indent(next) > usualIndent + 1) {
            return false;
        }
        if (Edges.hasOpenBracket(text) || "，、".indexOf(text.charAt(text.length() - 1)) >= 0) {
            return true;
        }
        boolean ended = Glyphs.endsSentence(text) || Edges.endsWithNote(text.toString());
        Marker marker = next.marker();
        if (marker != null) {
            boolean heading = pieces.size() == 1 && isHeading(pieces.getFirst());
            return ended ? countsInside(marker) : !heading;
        }
        if (ended) {
            return text.charAt(text.length() - 1) == '；'
                    || next.text().length() < MIN_HEADING_LENGTH
                    || !isShortHeading(next, index);
        }
        boolean alone = pieces.size() == 1 && standsAlone(pieces.getFirst());
        return !alone || isShortHeading(next, index);
    }

    /** 二是 after a full stop begins a paragraph where it does so elsewhere; any other marker after one always does. */
    private boolean countsInside(Marker marker) {
        boolean runIn = marker.style() == Style.RUN_IN || marker.style() == Style.CIRCLED;
        return runIn && countsInside >= countsApart;
    }

    /** A numbered heading that fills its line, where such headings have lines of their own. */
    private boolean standsAlone(Line line) {
        Marker marker = line.marker();
        return marker != null
                && isHeading(line)
                && line.text().indexOf('，') < 0
                && headings.getOrDefault(marker.style(), 0) >= 2;
    }

    private static boolean isHeading(Line line) {
        Marker marker = line.marker();
        return line.headingLevel() > 0
                || (marker != null
                        && marker.style() != Style.RUN_IN
                        && line.text().length() <= MAX_HEADING_LENGTH
                        && line.text().indexOf('。') < 0);
    }

    /** The tail of a paragraph closes its sentence; a line that neither fills the measure nor closes one begins something. */
    private boolean isShortHeading(Line tail, int index) {
        int after = adjacent(index);
        boolean full = after >= 0 && isFull(index, after);
        return !full
                && tail.text().indexOf('，') < 0
                && !Glyphs.endsSentence(tail.text())
                && !tail.text().endsWith("）")
                && !tail.text().startsWith("（");
    }

    /** One blank at the seam was printed there; between two words of Latin script there was one if whole words were kept. */
    private void append(StringBuilder raw, String next) {
        int length = raw.length();
        while (length > 0 && Blanks.isBlank(raw.charAt(length - 1))) {
            length--;
        }
        int start = 0;
        while (start < next.length() && Blanks.isBlank(next.charAt(start))) {
            start++;
        }
        boolean printed = raw.length() - length == 1 || start == 1;
        boolean words = length > 0
                && start < next.length()
                && exact * 10 < cuts * 9
                && Glyphs.isLatinOrDigit(raw.charAt(length - 1))
                && Glyphs.isLatinOrDigit(next.charAt(start))
                && Character.isLetter(next.charAt(start));
        raw.setLength(length);
        if (printed || words) {
            raw.append(' ');
        }
        raw.append(next, start, next.length());
    }

    private static int indent(Line line) {
        String raw = line.raw();
        int at = 0;
        while (at < raw.length() && Blanks.isBlank(raw.charAt(at))) {
            at++;
        }
        return at == raw.length() ? 0 : LineWidths.between(raw, 0, at, true);
    }
}
