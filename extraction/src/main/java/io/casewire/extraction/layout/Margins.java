package io.casewire.extraction.layout;

import io.casewire.extraction.layout.PageContent.Item;
import io.casewire.extraction.layout.PageContent.PrintedLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where text begins and ends on pages of one width, and how far its lines are apart: measured on all of them together. */
final class Margins {
    private static final int MIN_SHARED = 4;

    /** In em. */
    private static final double NEAR_OPPOSITE = 3;

    /** Edges nearer than this are one, in em. */
    private static final double SAME_EDGE = 0.4;

    private static final double USUAL_PITCH = 1.6;
    private static final double FARTHEST = 3;

    private final double left;
    private final double right;
    private final boolean setIn;
    private final Map<Integer, List<Double>> pitches = new HashMap<>();
    private final Map<Integer, Double> pitchBySize = new HashMap<>();

    private record Group(long width, int column) {}

    private Margins(List<TextLine> lines, double pageWidth, boolean column) {
        List<Double> lefts = new ArrayList<>();
        List<Double> rights = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (TextLine line : lines) {
            sizes.add(line.size());
            if (!line.broken() || lines.size() < MIN_SHARED) {
                lefts.add(line.left());
                rights.add(-line.right());
            }
        }
        double size = Numbers.median(sizes);
        Collections.sort(lefts);
        Collections.sort(rights);
        left = sharedEdge(lefts, size, 2, lefts.isEmpty() ? 0 : lefts.getFirst());
        // margins are alike on both sides, but where enough lines say otherwise
        double opposite = !column ? pageWidth - left : rights.isEmpty() ? left : -rights.getFirst();
        double seen = -sharedEdge(rights, size, 2, -opposite);
        double sure = -sharedEdge(rights, size, MIN_SHARED, -opposite);
        double shared = Math.abs(seen - opposite) < NEAR_OPPOSITE * size ? seen : sure;
        // of short lines many end alike by chance; where one goes farther there is room
        right = rights.isEmpty() ? shared : Math.max(shared, -rights.getFirst() - size);
        int firstLines = 0;
        int others = 0;
        for (TextLine line : lines) {
            double indent = (line.left() - left) / line.size();
            boolean full = line.right() + line.size() > right;
            firstLines += full && indent > 1.2 && indent < 4.5 ? 1 : 0;
            others += full && Math.abs(indent) < 0.5 ? 1 : 0;
        }
        setIn = firstLines >= 2 && others >= 1;
    }

    /**
     * By page width and column.
     *
     * @param outside lines that are no text
     */
    static Map<Long, Margins> of(List<PageContent> pages, Set<TextLine> outside) {
        Map<Group, List<TextLine>> groups = new HashMap<>();
        Map<Group, Double> widths = new HashMap<>();
        for (PageContent page : pages) {
            for (Item item : page.items()) {
                if (item instanceof PrintedLine(TextLine line, int column) && !outside.contains(line)) {
                    Group group = new Group(Math.round(page.width() / 10), column);
                    widths.put(group, page.width());
                    groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(line);
                }
            }
        }
        Map<Long, Margins> margins = new HashMap<>();
        groups.forEach((group, lines) -> {
            Margins measured = new Margins(lines, widths.getOrDefault(group, 0.0), group.column() > 0);
            measured.measurePitches(lines);
            margins.put(key(group.width(), group.column()), measured);
        });
        return margins;
    }

    static long keyOf(PageContent page, int column) {
        return key(Math.round(page.width() / 10), column);
    }

    private static long key(long width, int column) {
        return width * 4 + column;
    }

    /** The least edge that so many lines share. */
    private static double sharedEdge(List<Double> sorted, double size, int lines, double otherwise) {
        for (int i = 0; i + lines <= sorted.size(); i++) {
            if (sorted.get(i + lines - 1) - sorted.get(i) <= SAME_EDGE * size) {
                return sorted.get(i);
            }
        }
        return otherwise;
    }

    private void measurePitches(List<TextLine> lines) {
        for (int i = 1; i < lines.size(); i++) {
            TextLine a = lines.get(i - 1);
            TextLine b = lines.get(i);
            double pitch = b.baseline() - a.baseline();
            boolean alike = Math.abs(a.size() - b.size()) < 0.1 * a.size();
            boolean full = a.right() + b.firstPiece() > right;
            if (alike && full && pitch > 0 && pitch < FARTHEST * a.size()) {
                pitches.computeIfAbsent(sizeKey(a), _ -> new ArrayList<>()).add(pitch);
            }
        }
        pitches.forEach((size, measured) -> pitchBySize.put(size, Numbers.median(measured)));
        pitches.clear();
    }

    private static int sizeKey(TextLine line) {
        return (int) Math.round(line.size() * 2);
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    /** Whether paragraphs are told by a first line that is set in. */
    boolean firstLinesAreSetIn() {
        return setIn;
    }

    /** From one baseline to the next inside a paragraph, in points. */
    double pitch(TextLine line) {
        return pitchBySize.getOrDefault(sizeKey(line), USUAL_PITCH * line.size());
    }
}
