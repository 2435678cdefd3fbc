package io.casewire.parsing.genre.casestudy;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import java.util.List;

/**
 * A stretch of a column that does not continue what stands right before it.
 *
 * @param marker of its first paragraph
 * @param after index of the last case begun before it
 */
record Run(List<Paragraph> paragraphs, Marker marker, int after) {
    Paragraph first() {
        return paragraphs.getFirst();
    }

    LineRange lines() {
        LineRange span = CaseStudies.span(paragraphs);
        return span == null ? first().lines() : span;
    }

    /** Where the outline stands after this run. */
    Position end(Position start) {
        Position position = start;
        for (int i = 0; i < paragraphs.size(); i++) {
            position = Columns.advance(paragraphs, i, position);
        }
        return position;
    }
}
