package io.casewire.extraction.layout;

/**
 * A straight line along an edge of the page, in points from its upper left corner.
 *
 * @param at its x where it is vertical, its y where it is horizontal
 * @param from its upper or left end
 * @param to its lower or right end
 */
record Ruling(boolean horizontal, double at, double from, double to) {
    double length() {
        return to - from;
    }
}
