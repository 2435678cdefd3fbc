package io.casewire.extraction.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a cell: its paragraphs on lines of their own, the lines that the cell's edge cut put together. */
final class CellText {
    private static final double TOLERANCE = 0.02;
    private static final double INDENT = 1.4;
    private static final int MIN_PARAGRAPH = 12;

    /** Room that typesetters leave between a digit or letter and a Chinese character, in em. */
    private static final double BETWEEN_SCRIPTS = 0.25;

    /** From a baseline to the next one, in em: less room below a last line holds no other. */
    private static final double LINE = 1.1;

    private final StringBuilder text = new StringBuilder();
    private final double left;
    private final double right;
    private final @Nullable TextLine first;
    private @Nullable TextLine last;
    private double bottom;

    /**
     * @param left where text begins in the cell
     * @param right the farthest that it reaches
     * @param bottom of the cell
     */
    CellText(List<TextLine> lines, double left, double right, double bottom) {
        this.left = left;
        this.right = right;
        this.bottom = bottom;
        this.first = lines.isEmpty() ? null : lines.getFirst();
        lines.forEach(this::add);
    }

    private void add(TextLine line) {
        TextLine before = last;
        if (before != null) {
            text.append(goesOn(before, line) ? before.seam(line) : "\n");
        }
        text.append(line.text());
        last = line;
    }

    private boolean goesOn(TextLine before, TextLine line) {
        double room = TOLERANCE * line.size();
        double piece = line.firstPiece() + (before.changesScript(line) ? BETWEEN_SCRIPTS * line.size() : 0);
        boolean full = before.endsOpen()
                || width(before) + piece > right - left + room
                // a first line that is set in begins farther right
                || before.right() + piece > right + room
                || (before.endsInNumberOf(line) && width(before) * 2 > right - left);
        boolean setIn = line.left() - left > INDENT * line.size() && before.left() < line.left() - line.size();
        boolean counts = before.endsSentence() && line.startsWithNumber();
        return full && !counts && !(setIn && before.endsSentence());
    }

    private static double width(TextLine line) {
        return line.right() - line.left();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether its last line was cut in mid-sentence, as that of the same cell overleaf tells. */
    boolean isCutBefore(CellText overleaf) {
        TextLine end = last;
        TextLine start = overleaf.first;
        return end != null && start != null && !end.endsSentence() && goesOn(end, start);
    }

    /** Whether it holds running text, behind whose end another paragraph may begin. */
    boolean holdsParagraphs() {
        TextLine end = last;
        return end != null && text.length() >= MIN_PARAGRAPH && (end.endsSentence() || text.indexOf("\n") >= 0);
    }

    /** Whether there is no room for another line below its last one. */
    boolean isFilled() {
        TextLine end = last;
        return end != null && bottom - end.baseline() < LINE * end.size();
    }

    /** Adds what stands in the same cell overleaf. */
    void addFrom(CellText overleaf) {
        TextLine end = last;
        TextLine start = overleaf.first;
        if (end != null && start != null) {
            text.append(goesOn(end, start) ? end.seam(start) : "\n");
        }
        text.append(overleaf.text);
        last = start == null ? end : overleaf.last;
        bottom = overleaf.bottom;
    }

    String text() {
        return text.toString();
    }
}
