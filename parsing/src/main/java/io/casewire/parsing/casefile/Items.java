package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.NumberedText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbered parts of a section, one or more paragraphs each. */
public final class Items {
    private static final int MAX_HEADING_LENGTH = 60;

    private Items() {}

    /** Paragraphs as one text, each on a line of its own. */
    public static String text(List<Paragraph> paragraphs) {
        StringBuilder text = new StringBuilder();
        for (Paragraph paragraph : paragraphs) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(paragraph.text());
        }
        return text.toString();
    }

    /**
     * The parts on the innermost level that has headings of its own paragraphs, each with the heading of the level above;
     * empty where there are none.
     */
    public static List<NumberedText> read(List<Paragraph> paragraphs) {
        List<NumberedText> items = new ArrayList<>();
        Style inner = innermost(paragraphs);
        if (inner == null) {
            List<NumberedText> bullets = bullets(paragraphs);
            return bullets.isEmpty() ? RunIns.split(text(paragraphs)) : bullets;
        }
        if (paragraphs.size() == 1) {
            List<NumberedText> runOn = RunIns.numbered(paragraphs.getFirst().text());
            if (!runOn.isEmpty()) {
                return runOn;
            }
        }
        Open open = null;
        String group = null;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Marker marker = Marker.read(paragraph.text());
            Open next = null;
            if (marker != null && marker.style().rank() <= inner.rank()) {
                next = new Open(
                        marker.number(), marker.style().rank(), paragraph.text().substring(marker.end()));
            } else if (isUnnumberedHeading(paragraphs, i)) {
                next = new Open(null, inner.rank(), paragraph.text());
            }
            if (next == null) {
                if (open != null) {
                    open.add(paragraph.text());
                }
                continue;
            }
            if (open != null) {
                // a heading with nothing below it but a new count from one stands over that count
                boolean restarts = Integer.valueOf(1).equals(next.number) && next.rank >= open.rank;
                open.close(items, restarts, group);
                if (restarts && open.isHeading() && (open.rank < next.rank || open.number == null)) {
                    group = withoutStop(open.heading);
                }
            }
            if (next.rank < inner.rank()) {
                group = null;
            }
            open = next;
        }
        if (open != null) {
            open.close(items, false, group);
        }
        return items;
    }

    /** Paragraphs behind one and the same sign (✅, ●, ◆); empty where fewer than two have it. */
    private static List<NumberedText> bullets(List<Paragraph> paragraphs) {
        List<NumberedText> items = new ArrayList<>();
        int sign = 0;
        for (Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            int first = text.codePointAt(0);
            int from = Character.charCount(first);
            if (Glyphs.isSign(first) && (items.isEmpty() || sign == first) && from < text.length()) {
                sign = first;
                items.add(headed(null, text.substring(from).strip()));
            } else if (!items.isEmpty()) {
                NumberedText last = items.removeLast();
                items.add(new NumberedText(null, last.heading(), last.text() + "\n" + text));
            }
        }
        return items.size() < 2 ? List.of() : items;
    }

    /** A short line without punctuation, right above its text. */
    public static boolean isUnnumberedHeading(List<Paragraph> paragraphs, int at) {
        String text = paragraphs.get(at).text();
        if (text.length() > 30 || at + 1 >= paragraphs.size() || Marker.read(text) != null) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("，。；：！？".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        String next = paragraphs.get(at + 1).text();
        return next.length() > text.length() && Glyphs.endsSentence(next) && Marker.read(next) == null;
    }

    /** The innermost style that numbers paragraphs here; items inside running text do not count. */
    private static @Nullable Style innermost(List<Paragraph> paragraphs) {
        Style inner = null;
        for (Paragraph paragraph : paragraphs) {
            Marker marker = Marker.read(paragraph.text());
            if (marker == null || marker.style() == Style.RUN_IN) {
                continue;
            }
            if ((inner == null || marker.style().rank() > inner.rank()) && isPlausible(marker, inner)) {
                inner = marker.style();
            }
        }
        return inner;
    }

    /** A level begins with 1; 3、 in the middle of nowhere is no level. */
    private static boolean isPlausible(Marker marker, @Nullable Style outer) {
        return outer == null || marker.number() == 1;
    }

    private static final class Open {
        private final @Nullable Integer number;
        private final int rank;
        private final String heading;
        private final StringBuilder body = new StringBuilder();

        Open(@Nullable Integer number, int rank, String heading) {
            this.number = number;
            this.rank = rank;
            this.heading = heading;
        }

        void add(String text) {
            if (!body.isEmpty()) {
                body.append('\n');
            }
            body.append(text);
        }

        boolean isHeading() {
            int stop = heading.indexOf('。');
            return heading.length() <= MAX_HEADING_LENGTH && (stop < 0 || stop == heading.length() - 1);
        }

        /** An outer heading right above inner ones is no item of its own. */
        void close(List<NumberedText> items, boolean innerFollows, @Nullable String group) {
            if (body.isEmpty() && innerFollows && heading.length() <= MAX_HEADING_LENGTH && heading.indexOf('。') < 0) {
                return;
            }
            items.add(item().in(group));
        }

        private NumberedText item() {
            if (body.isEmpty()) {
                return headed(number, heading);
            }
            if (isHeading()) {
                return new NumberedText(number, withoutStop(heading), body.toString());
            }
            NumberedText first = headed(number, heading);
            return new NumberedText(number, first.heading(), first.text() + "\n" + body);
        }
    }

    /** Splits an item in one paragraph into its first sentence, where that is short enough for a heading, and the rest. */
    public static NumberedText headed(@Nullable Integer number, String text) {
        int stop = text.indexOf('。');
        int colon = Labels.endOfLabel(text);
        if (colon > 0) {
            return new NumberedText(
                    number, text.substring(0, colon), text.substring(colon + 1).strip());
        }
        if (stop > 0 && stop <= MAX_HEADING_LENGTH && stop + 1 < text.length()) {
            return new NumberedText(
                    number, text.substring(0, stop), text.substring(stop + 1).strip());
        }
        boolean onlyHeading = stop < 0 && text.length() <= MAX_HEADING_LENGTH;
        return onlyHeading ? new NumberedText(number, text, "") : new NumberedText(number, null, text);
    }

    /** A heading without the full stop or colon at its end. */
    static String withoutStop(String heading) {
        boolean stop = heading.endsWith("。") || heading.endsWith("：");
        return stop ? heading.substring(0, heading.length() - 1) : heading;
    }
}
