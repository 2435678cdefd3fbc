package io.casewire.ingest.page;

import io.casewire.ingest.layout.Table;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.text.Repair;
import org.jspecify.annotations.Nullable;

/**
 * A line of the original, or a table that markup spelled out.
 *
 * @param number 1-based
 * @param raw as printed, Markdown heading marks removed
 * @param text repaired; empty for a blank line
 * @param headingLevel 1 to 6 where markup calls it a heading, else 0
 * @param table the table that stands here, where markup drew one; null for text
 */
record Line(
        int number,
        String raw,
        String text,
        int headingLevel,
        @Nullable Table table) {

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
        return new Line(number, raw, Repair.clean(raw).replace('\n', ' '), heading ? level : 0, null);
    }

    static Line heading(int number, String text, int level) {
        return new Line(number, text, Repair.clean(text).replace('\n', ' '), level, null);
    }

    static Line table(Table table) {
        return new Line(table.lines().first(), "", "", 0, table);
    }

    boolean isBlank() {
        return text.isEmpty() && table == null;
    }

    @Nullable
    Marker marker() {
        return Marker.read(text);
    }
}
