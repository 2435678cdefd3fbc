package io.casewire.contracts.parsed;

import io.casewire.contracts.id.ChapterId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passage of running text of a report: the paragraphs below one heading, or a part of them where they are many. Made so that what
 * no other record holds can be found; a sentence that an {@link AdoptionRecord} quotes stands in its passage too.
 *
 * @param title the heading right above it, without its number; null for what stands above the first one
 * @param part which of the passages below these headings, from 1 in reading order
 * @param text paragraphs, a line each; at most {@value #MAX_LENGTH} characters
 * @param path headings above {@code title}, outermost first
 */
public record ChapterRecord(
        ChapterId id, @Nullable String title, int part, String text, List<String> path, LineRange lines)
        implements ParsedRecord {
    /** About two printed pages: longer text below one heading is several passages, divided between paragraphs. */
    public static final int MAX_LENGTH = 2_000;

    public ChapterRecord {
        path = List.copyOf(path);
    }
}
