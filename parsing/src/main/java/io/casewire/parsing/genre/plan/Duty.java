package io.casewire.parsing.genre.plan;

import io.casewire.contracts.parsed.Deadline;
import io.casewire.parsing.field.deadline.DeadlineReader;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.ListedUnits;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text and who is to do what it says.
 *
 * @param text the text without the passage that names the units
 * @param responsibility null where none is named
 * @param deadline as labelled in that passage; null where it states none
 */
record Duty(
        String text,
        @Nullable Responsibility responsibility,
        @Nullable Deadline deadline) {

    /** The duties a paragraph states, in order: one more behind each bracket inside it that names units. Never empty. */
    static List<Duty> allOf(Paragraph paragraph, Conventions conventions) {
        String text = paragraph.text();
        List<Responsibility> inside = ResponsibilityReader.inside(text, conventions.firstUnit());
        if (inside.isEmpty()) {
            return List.of(last(text, conventions));
        }
        List<Duty> duties = new ArrayList<>();
        int from = 0;
        for (Responsibility found : inside) {
            duties.add(of(
                    text.substring(from, found.start()),
                    text.substring(found.start(), found.end()),
                    found,
                    conventions));
            from = found.end();
        }
        String rest = withoutStops(text.substring(from));
        if (!rest.isEmpty()) {
            duties.add(last(rest, conventions));
        }
        return duties;
    }

    private static Duty last(String text, Conventions conventions) {
        Responsibility found = trailing(text, conventions.firstUnit());
        return found == null
                ? new Duty(text, null, DeadlineReader.labelled(text, conventions.timeframe()))
                : of(text.substring(0, found.start()), text.substring(found.start(), found.end()), found, conventions);
    }

    private static Duty of(String text, String passage, Responsibility found, Conventions conventions) {
        return new Duty(withoutStops(text), found, DeadlineReader.stated(passage, conventions.timeframe()));
    }

    /** Without the stop that belongs to the bracket before. */
    private static String withoutStops(String text) {
        int from = 0;
        while (from < text.length() && "。；; \n".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from).strip();
    }

    /** Who is named at the end of an item, be it in a bracket without a verb (（省商务厅、省财政厅）); null where nobody is. */
    static @Nullable Responsibility trailing(String text, FirstUnit firstUnit) {
        Responsibility told = ResponsibilityReader.trailing(text, firstUnit);
        return told == null ? ListedUnits.trailing(text, firstUnit) : told;
    }

    /** Whether a paragraph names anybody. */
    static boolean namesUnits(Paragraph paragraph, Conventions conventions) {
        String text = paragraph.text();
        return trailing(text, conventions.firstUnit()) != null
                || !ResponsibilityReader.inside(text, conventions.firstUnit()).isEmpty();
    }

    /** Whether the paragraph only names units and time, and says nothing else. */
    boolean isNoteOnly() {
        return text.isEmpty() ? responsibility != null : deadline != null && ResponsibilityReader.beginsWithLabel(text);
    }
}
