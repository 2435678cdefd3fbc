package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbered headings over the items of a written list: the category, where they are promoted, how many there should be. */
final class Outline {
    private static final int MAX_LENGTH = 60;

    private final List<Heading> open = new ArrayList<>();
    private final List<DiagnosticRecord> diagnostics;

    /** A heading and how many items stood below it so far. */
    private static final class Heading {
        private final int rank;
        private final String name;
        private final @Nullable String scope;
        private final @Nullable Integer declared;
        private final LineRange lines;
        private int found;

        Heading(int rank, String printed, LineRange lines) {
            this.rank = rank;
            this.name = Declared.withoutCount(printed);
            this.scope = ScopeHeading.read(printed);
            this.declared = Declared.trailingCount(printed);
            this.lines = lines;
        }
    }

    Outline(List<DiagnosticRecord> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Takes note of a numbered heading; anything else is passed over. */
    void pass(Paragraph paragraph) {
        Marker marker = Marker.read(paragraph.text());
        if (marker == null) {
            return;
        }
        close(marker.style().rank());
        String name = paragraph.text().substring(marker.end());
        while (name.endsWith("。") || name.endsWith("：")) {
            name = name.substring(0, name.length() - 1);
        }
        if (!name.isBlank() && name.length() <= MAX_LENGTH && name.indexOf('。') < 0) {
            open.add(new Heading(marker.style().rank(), name, paragraph.lines()));
        }
    }

    /** Ends what is open at that rank and below; counts that were declared and not met are told. */
    void close(int rank) {
        while (!open.isEmpty() && open.getLast().rank >= rank) {
            Heading heading = open.removeLast();
            if (heading.declared != null && heading.found > 0 && heading.declared != heading.found) {
                diagnostics.add(new DiagnosticRecord(
                        Severity.WARNING,
                        "CATEGORY_COUNT_MISMATCH",
                        "'" + heading.name + "' declares " + heading.declared + " items, " + heading.found
                                + " were found",
                        heading.lines));
            }
        }
    }

    /** Counts an item below all headings that are open. */
    void count() {
        open.forEach(heading -> heading.found++);
    }

    /** The innermost heading that names a group rather than a scope; null if there is none. */
    @Nullable
    String category() {
        for (Heading heading : open.reversed()) {
            if (heading.scope == null) {
                return heading.name;
            }
        }
        return null;
    }

    /** The innermost scope the headings name; null where they name none. */
    @Nullable
    String scope() {
        for (Heading heading : open.reversed()) {
            if (heading.scope != null) {
                return heading.scope;
            }
        }
        return null;
    }

    /** The headings, outermost first. */
    List<String> path() {
        return open.stream().map(heading -> heading.name).toList();
    }
}
