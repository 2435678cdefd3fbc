package io.casewire.contracts.parsed;

import org.jspecify.annotations.Nullable;

/**
 * One measure of a practice or one item of the effects.
 *
 * @param group the heading of the level above, where the document has two (一、 over （一）); null elsewhere. Numbers start anew
 *     in each
 * @param number as printed (1 for 一是, ①, 1.); null where the item is not numbered
 * @param heading without its number; null where the item has none
 * @param text the body, whole
 */
public record NumberedText(
        @Nullable String group,
        @Nullable Integer number,
        @Nullable String heading,
        String text) {

    /** An item that stands in no group. */
    public NumberedText(@Nullable Integer number, @Nullable String heading, String text) {
        this(null, number, heading, text);
    }

    /** The same item below that heading. */
    public NumberedText in(@Nullable String above) {
        return new NumberedText(above, number, heading, text);
    }
}
