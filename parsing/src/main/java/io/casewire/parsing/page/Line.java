package io.casewire.parsing.page;

import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.field.responsibility.SpacedUnits;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Marker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the original, several that a margin had cut apart, or a table that markup spelled out.
 *
 * @param raw as printed, Markdown heading marks removed
 * @param words repaired, with the lines they stood on; empty for a blank line
 * @param headingLevel 1 to 6 where markup calls it a heading, else 0
 * @param table the table that stands here, where markup drew one; null for text
 * @param boilerplate why it is no part of the text, where that is known already; null for text
 */
record Line(
        String raw,
        Paragraph words,
        int headingLevel,
        @Nullable Table table,
        @Nullable Reason boilerplate) {

    static Line of(int number, String printed) {
        int start = 0;
        while (start < printed.length() && (printed.charAt(start) == ' ' || printed.charAt(start) == '　')) {
            start++;
        }
        int level = 0;
        while (start + level < printed.length() && printed.charAt(start + level) == '#') {
            level++;
        }
        boolean heading = level > 0 && level <= 6;
        String raw = heading ? printed.substring(start + level) : printed;
        return heading(number, raw, heading ? level : 0);
    }

    static Line heading(int number, String raw, int level) {
        return new Line(raw, Paragraph.of(clean(raw), number, level), level, null, null);
    }

    static Line table(Table table) {
        return new Line("", Paragraph.of("", table.lines().first()), 0, table, null);
    }

    /** Where a page ends; nothing is printed there. */
    static Line pageBreak(int number) {
        return new Line("", Paragraph.of("", number), 0, null, Reason.PAGE_NUMBER);
    }

    /** Lines that were one before a margin cut them. */
    static Line joined(List<Line> pieces, String raw) {
        Line first = pieces.getFirst();
        String text = clean(raw);
        int[] starts = new int[pieces.size()];
        int[] numbers = new int[pieces.size()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            // a tag or a blank at the seam may have shifted it by a few characters; the line stays right or next to it
            starts[i] = Math.min(at, text.length());
            numbers[i] = pieces.get(i).number();
            at += pieces.get(i).text().length();
        }
        return new Line(
                raw, Paragraph.of(text, starts, numbers, first.headingLevel()), first.headingLevel(), null, null);
    }

    Line as(Reason reason) {
        return new Line(raw, words, headingLevel, table, reason);
    }

    private static String clean(String raw) {
        return Repair.clean(SpacedUnits.marked(raw)).replace('\n', ' ');
    }

    /** The first original line it stood on, 1-based. */
    int number() {
        return words.lines().first();
    }

    String text() {
        return words.text();
    }

    boolean isBlank() {
        return text().isEmpty() && table == null;
    }

    /** Part of a table drawn with tabs or pipes: its breaks mean something. */
    boolean isDrawn() {
        return table != null || raw.indexOf('\t') >= 0;
    }

    @Nullable
    Marker marker() {
        return Marker.read(text());
    }
}
