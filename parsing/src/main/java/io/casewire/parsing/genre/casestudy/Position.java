package io.casewire.parsing.genre.casestudy;

import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;

/**
 * How far the outline of a case has come.
 *
 * @param chapter the last 一、; 0 before the first
 * @param section the last （一） in it; 0 before the first
 */
record Position(int chapter, int section) {
    static final Position START = new Position(0, 0);

    /** Whether that marker is what comes next here. */
    boolean accepts(Marker marker) {
        return switch (marker.style()) {
            case HAN -> marker.number() == chapter + 1;
            case HAN_PAREN -> marker.number() == section + 1;
            default -> true;
        };
    }

    /** Whether a number was left out in between, or printed twice for a chapter: it still belongs here. */
    boolean tolerates(Marker marker) {
        return marker.style() == Style.HAN_PAREN && section > 0 && marker.number() == section + 2;
    }

    Position after(Marker marker) {
        return switch (marker.style()) {
            case HAN -> new Position(marker.number(), 0);
            case HAN_PAREN -> new Position(chapter, marker.number());
            default -> this;
        };
    }

    Position afterUnnumbered() {
        return new Position(chapter, section + 1);
    }

    Position nextChapter() {
        return new Position(chapter + 1, 0);
    }
}
