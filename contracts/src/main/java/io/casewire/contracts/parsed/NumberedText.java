package io.casewire.contracts.parsed;

import org.jspecify.annotations.Nullable;

/**
 * One measure of a practice or one item of the effects.
 *
 * @param number as printed (1 for 一是, ①, 1.); null where the item is not numbered
 * @param heading without its number; null where the item has none
 * @param text the body, whole
 */
public record NumberedText(
        @Nullable Integer number, @Nullable String heading, String text) {}
