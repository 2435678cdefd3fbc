package io.casewire.extraction.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a cell: its paragraphs on lines of their own, the lines that the cell's edge cut put together. */
final class CellText {
    private static final double TOLERANCE = 0.02;
    private static final double INDENT = 1.4;

    private final StringBuilder text = new StringBuilder();
    private final double left;
    private final double right;
    private final @Nullable TextLine first;
    private @Nullable TextLine last;

    /**
     * @param left where text begins in the cell
     * @param right the farthest that it reaches
     */
    CellText(List<TextLine> lines, double left, double right) {
        this.left = left;
        this.right = right;
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
        boolean full = before.endsOpen()
                || width(before) + line.firstPiece() > right - left + room
                // a first line that is set in begins farther right
                || before.right() + line.firstPiece() > right + room;
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

    /** Adds what stands in the same cell overleaf. */
    void addFrom(CellText overleaf) {
        TextLine end = last;
        TextLine start = overleaf.first;
        if (end != null && start != null) {
            text.append(goesOn(end, start) ? end.seam(start) : "\n");
        }
        text.append(overleaf.text);
        last = start == null ? end : overleaf.last;
    }

    String text() {
        return text.toString();
    }
}
