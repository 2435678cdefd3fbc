package io.casewire.ingest.plan;

import io.casewire.contracts.parsed.Deadline;
import io.casewire.ingest.deadline.DeadlineReader;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.responsibility.Responsibility;
import io.casewire.ingest.responsibility.ResponsibilityReader;
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

    static Duty of(Paragraph paragraph, Conventions conventions) {
        String text = paragraph.text();
        Responsibility found = ResponsibilityReader.trailing(text, conventions.firstUnit());
        if (found == null) {
            return new Duty(text, null, DeadlineReader.labelled(text, conventions.timeframe()));
        }
        String passage = text.substring(found.start(), found.end());
        return new Duty(
                text.substring(0, found.start()).strip(),
                found,
                DeadlineReader.stated(passage, conventions.timeframe()));
    }

    /** Whether the paragraph only names units and time, and says nothing else. */
    boolean isNoteOnly() {
        return text.isEmpty() ? responsibility != null : deadline != null && ResponsibilityReader.beginsWithLabel(text);
    }
}
