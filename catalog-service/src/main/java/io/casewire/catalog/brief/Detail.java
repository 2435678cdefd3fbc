package io.casewire.catalog.brief;

import java.util.List;

/**
 * How much of a case is told. A page holds so much; the longer a case, the less of each part.
 *
 * @param lead characters of the summary, and of what it was like before
 * @param measures how many of them
 * @param measure characters of each
 * @param figures how many of them
 * @param quote characters of the words that a figure was read from
 * @param effects characters of the effects in words
 */
record Detail(int lead, int measures, int measure, int figures, int quote, int effects) {
    /** From all of it to what always fits. */
    static final List<Detail> LESS_AND_LESS = List.of(
            new Detail(2_000, 40, 2_000, 40, 200, 2_000),
            new Detail(900, 24, 700, 20, 160, 900),
            new Detail(600, 16, 480, 14, 130, 600),
            new Detail(480, 14, 340, 12, 110, 480),
            new Detail(400, 12, 240, 10, 100, 400),
            new Detail(260, 10, 140, 8, 80, 240),
            new Detail(180, 8, 100, 7, 60, 160),
            new Detail(140, 7, 64, 6, 44, 110),
            new Detail(100, 6, 40, 5, 36, 80),
            new Detail(60, 4, 24, 3, 24, 40));

    static Detail all() {
        return LESS_AND_LESS.getFirst();
    }
}
