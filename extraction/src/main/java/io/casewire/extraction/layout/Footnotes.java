package io.casewire.extraction.layout;

import io.casewire.extraction.layout.PageContent.Item;
import io.casewire.extraction.layout.PageContent.PrintedLine;
import java.util.ArrayList;
import java.util.List;

/** Tells the notes at the foot of a page from its text: smaller type that begins with a mark, mostly below a short line. */
final class Footnotes {
    /** Of the size of the text. */
    private static final double SMALLER = 0.92;

    /** Of the height of the page, that they begin below. */
    private static final double LOWER_PART = 0.3;

    /** Of the width of the page, that the line above them is long. */
    private static final double SHORTEST = 0.08;

    private static final double LONGEST = 0.5;
    private static final int MAX_MARK_LENGTH = 3;

    private Footnotes() {}

    /**
     * What a page holds without its notes.
     *
     * @param more whether the page before ends with notes, which may go on here
     */
    static List<Item> without(List<Item> items, PrintedPage page, boolean more) {
        int begin = begin(items, page, more);
        List<Item> kept = new ArrayList<>(items.subList(0, begin));
        for (Item item : items.subList(begin, items.size())) {
            if (item instanceof PrintedLine(TextLine line, int _) && Furniture.isPageNumber(line.text())) {
                kept.add(item);
            }
        }
        return kept;
    }

    /** The index of the first line of notes; that behind the last item where there are none. */
    private static int begin(List<Item> items, PrintedPage page, boolean more) {
        double usual = usualSize(items);
        int begin = items.size();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (!(items.get(i) instanceof PrintedLine(TextLine line, int column))
                    || column > 0
                    || line.top() < page.height() * LOWER_PART) {
                break;
            }
            if (Furniture.isPageNumber(line.text())) {
                continue;
            }
            if (line.size() > usual * SMALLER) {
                break;
            }
            boolean below = isBelowLine(items, i, page);
            if (line.afterMark() || (below && (more || isMarked(line)))) {
                begin = i;
            }
            if (below) {
                break;
            }
        }
        return begin;
    }

    /** Of the type that most of the page's lines are set in; 0 where it has none. */
    private static double usualSize(List<Item> items) {
        List<Double> sizes = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof PrintedLine(TextLine line, int _)) {
                for (int i = 0; i < line.text().length(); i++) {
                    sizes.add(line.size());
                }
            }
        }
        return Numbers.median(sizes);
    }

    /** Whether a line begins with ①, [1] or 1 and no other number. */
    private static boolean isMarked(TextLine line) {
        String text = line.text();
        char first = text.charAt(0);
        boolean bracket = first == '[' || first == '［' || first == '〔';
        int end = bracket ? 1 : 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean closed = end < text.length() && (bracket ? "]］〕" : " ").indexOf(text.charAt(end)) >= 0;
        return (first >= '①' && first <= '⑳') || (end > (bracket ? 1 : 0) && end <= MAX_MARK_LENGTH && closed);
    }

    /** Whether a short line that belongs to no table stands between it and what is above. */
    private static boolean isBelowLine(List<Item> items, int at, PrintedPage page) {
        PrintedLine line = (PrintedLine) items.get(at);
        double above = 0;
        if (at > 0) {
            above = items.get(at - 1) instanceof PrintedLine(TextLine before, int _)
                    ? before.baseline()
                    : items.get(at - 1).top();
        }
        for (Ruling ruling : page.rulings()) {
            if (ruling.horizontal()
                    && ruling.at() > above
                    && ruling.at() < line.line().baseline() - line.line().size() * 0.6
                    && ruling.length() >= SHORTEST * page.width()
                    && ruling.length() <= LONGEST * page.width()
                    && Math.abs(ruling.from() - line.line().left())
                            < 3 * line.line().size()
                    && !Rulings.areCrossing(ruling, page.rulings())) {
                return true;
            }
        }
        return false;
    }
}
