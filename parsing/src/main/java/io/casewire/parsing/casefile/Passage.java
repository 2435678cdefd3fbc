package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.NumberedText;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a table cell or a chapter about what was done or what it brought: background apart, parts told.
 *
 * @param background what it was like before; null where the text does not separate it
 * @param text the rest, whole
 * @param items its numbered parts
 */
public record Passage(@Nullable String background, String text, List<NumberedText> items) {
    private static final List<String> BEFORE = List.of("创新前", "改革前", "实施前", "试点前");
    private static final List<String> AFTER = List.of("创新后", "改革后", "实施后", "试点后");

    public Passage {
        items = List.copyOf(items);
    }

    /** Reads a cell; its paragraphs stand on lines of their own, or run on where the tags were lost. */
    public static Passage ofCell(String cell) {
        String text = cell.strip();
        int bodyStart = skipMarker(text, 0);
        String label = labelAt(text, bodyStart, BEFORE);
        if (label == null) {
            return new Passage(null, text, items(text));
        }
        int after = findAfter(text, bodyStart);
        if (after < 0) {
            return new Passage(null, text, items(text));
        }
        String background = text.substring(bodyStart, markerBefore(text, after)).strip();
        String rest = text.substring(after).strip();
        return new Passage(background, rest, items(rest));
    }

    /** Offset of the words that begin the part on the new practice; -1 where no sentence begins with them. */
    private static int findAfter(String text, int from) {
        int best = -1;
        for (String label : AFTER) {
            int at = text.indexOf(label, from);
            while (at >= 0 && !beginsSentence(text, markerBefore(text, at))) {
                at = text.indexOf(label, at + 1);
            }
            if (at >= 0 && (best < 0 || at < best)) {
                best = at;
            }
        }
        return best;
    }

    private static boolean beginsSentence(String text, int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i < 0 || "。；！？\n".indexOf(text.charAt(i)) >= 0;
    }

    /** Where the marker right before an offset begins ({@code 2.创新后}); the offset itself where there is none. */
    private static int markerBefore(String text, int at) {
        int from = Math.max(0, at - 5);
        for (int i = from; i < at; i++) {
            Marker marker = Marker.readAt(text, i);
            boolean clean = i == 0 || !Character.isDigit(text.charAt(i - 1));
            if (marker != null && marker.end() == at && clean) {
                return i;
            }
        }
        return at;
    }

    private static int skipMarker(String text, int from) {
        Marker marker = Marker.readAt(text, from);
        return marker == null ? from : marker.end();
    }

    private static @Nullable String labelAt(String text, int at, List<String> labels) {
        for (String label : labels) {
            if (text.startsWith(label, at)) {
                return label;
            }
        }
        return null;
    }

    /** Numbered paragraphs where there are any, else items inside the text. */
    static List<NumberedText> items(String text) {
        List<NumberedText> items = new ArrayList<>();
        Style style = null;
        for (String paragraph : text.split("\n", -1)) {
            Marker marker = Marker.read(paragraph);
            if (marker != null && (style == null || marker.style() == style) && marker.number() == items.size() + 1) {
                style = marker.style();
                items.add(RunIns.item(
                        marker.number(), paragraph.substring(marker.end()).strip()));
            } else if (!items.isEmpty() && !paragraph.isBlank()) {
                NumberedText last = items.removeLast();
                items.add(new NumberedText(last.number(), last.heading(), last.text() + "\n" + paragraph.strip()));
            }
        }
        return items.size() >= 2 ? items : RunIns.split(text);
    }
}
