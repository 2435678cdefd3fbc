package io.casewire.parsing.genre.plan;

import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.CharacterSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts paragraphs that hold several numbered parts in a row, as web pages that lost their line breaks do. A number counts
 * only where it goes on counting and stands behind the end of a sentence or of another heading, so that numbers in running
 * text cut nothing.
 */
final class InlineParts {
    /** Fewer parts in one paragraph are a list inside a sentence. */
    private static final int MIN_COUNT = 3;

    private static final CharacterSet BEGINNINGS = CharacterSet.of("（(0123456789一二三四五六七八九十第");
    private static final CharacterSet BOUNDARIES = CharacterSet.of("。；：！？）)\n ");
    private static final CharacterSet CLAUSE_ENDS = CharacterSet.of("，。、；");

    private InlineParts() {}

    static List<Paragraph> split(List<Paragraph> paragraphs) {
        List<Paragraph> parts = new ArrayList<>();
        int[] last = new int[Style.values().length];
        for (Paragraph paragraph : paragraphs) {
            int[] counted = last.clone();
            List<Integer> cuts = cuts(paragraph.text(), counted);
            if (cuts.size() >= MIN_COUNT) {
                last = counted;
                int from = 0;
                for (int cut : cuts) {
                    addSlice(parts, paragraph, from, cut);
                    from = cut;
                }
                addSlice(parts, paragraph, from, paragraph.text().length());
            } else {
                Marker marker = Marker.read(paragraph.text());
                if (marker != null) {
                    last[marker.style().rank()] = marker.number();
                }
                parts.add(paragraph);
            }
        }
        return parts;
    }

    private static void addSlice(List<Paragraph> parts, Paragraph paragraph, int from, int to) {
        if (to > from) {
            Paragraph slice = paragraph.slice(from, to);
            if (!slice.text().isBlank()) {
                parts.add(slice);
            }
        }
    }

    /** Notes in {@code last}, which holds the number that each style has come to, those that cut. */
    private static List<Integer> cuts(String text, int[] last) {
        List<Integer> cuts = new ArrayList<>();
        int previousEnd = -1;
        int at = next(text, 0);
        while (at < text.length()) {
            Marker marker = mayBegin(text, at, previousEnd) ? Marker.readAt(text, at) : null;
            if (marker != null && marker.style() != Style.RUN_IN && countsOn(marker, last)) {
                cuts.add(at);
                last[marker.style().rank()] = marker.number();
                previousEnd = marker.end();
                at = next(text, Math.max(marker.end(), at + 1));
            } else {
                at = next(text, at + 1);
            }
        }
        return cuts;
    }

    private static int next(String text, int from) {
        return BEGINNINGS.indexIn(text, from, text.length());
    }

    private static boolean mayBegin(String text, int at, int previousEnd) {
        if (at == 0 || BOUNDARIES.contains(text.charAt(at - 1))) {
            return true;
        }
        char c = text.charAt(at);
        // 四、主要任务（一）…: the heading above ends without any mark
        return (c == '（' || c == '(')
                && previousEnd > 0
                && at - previousEnd <= 20
                && !CLAUSE_ENDS.isIn(text, previousEnd, at);
    }

    private static boolean countsOn(Marker marker, int[] last) {
        return marker.number() == last[marker.style().rank()] + 1 || marker.number() == 1;
    }
}
