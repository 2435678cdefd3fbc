package io.casewire.ingest.plan;

import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Style;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts paragraphs that hold several numbered parts in a row, as web pages that lost their line breaks do. A number counts
 * only where it goes on counting and stands behind the end of a sentence or of another heading, so that numbers in running
 * text cut nothing.
 */
final class InlineParts {
    /** Fewer parts in one paragraph are a list inside a sentence. */
    private static final int FEWEST = 3;

    private InlineParts() {}

    static List<Paragraph> split(List<Paragraph> paragraphs) {
        List<Paragraph> parts = new ArrayList<>();
        Map<Style, Integer> last = new EnumMap<>(Style.class);
        for (Paragraph paragraph : paragraphs) {
            Map<Style, Integer> counted = new EnumMap<>(last);
            List<Integer> cuts = cuts(paragraph.text(), counted);
            if (cuts.size() >= FEWEST) {
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
                    last.put(marker.style(), marker.number());
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

    private static List<Integer> cuts(String text, Map<Style, Integer> last) {
        List<Integer> cuts = new ArrayList<>();
        int at = 0;
        int previousEnd = -1;
        while (at < text.length()) {
            Marker marker = mayBegin(text, at, previousEnd) ? Marker.readAt(text, at) : null;
            if (marker != null && marker.style() != Style.RUN_IN && countsOn(marker, last)) {
                cuts.add(at);
                last.put(marker.style(), marker.number());
                previousEnd = marker.end();
                at = Math.max(marker.end(), at + 1);
            } else {
                at++;
            }
        }
        return cuts;
    }

    private static boolean mayBegin(String text, int at, int previousEnd) {
        char c = text.charAt(at);
        boolean opens = c == '（' || c == '(' || (c >= '0' && c <= '9') || "一二三四五六七八九十第".indexOf(c) >= 0;
        if (!opens || at == 0) {
            return opens;
        }
        char before = text.charAt(at - 1);
        if ("。；：！？）)\n ".indexOf(before) >= 0) {
            return true;
        }
        // 四、主要任务（一）…: the heading above ends without any mark
        return (c == '（' || c == '(')
                && previousEnd > 0
                && at - previousEnd <= 20
                && text.substring(previousEnd, at).chars().noneMatch(other -> "，。、；".indexOf(other) >= 0);
    }

    private static boolean countsOn(Marker marker, Map<Style, Integer> last) {
        int before = last.getOrDefault(marker.style(), 0);
        return marker.number() == before + 1 || marker.number() == 1;
    }
}
