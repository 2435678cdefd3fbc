package io.casewire.contracts.parsed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When work has to be done by.
 *
 * @param text as printed, for example {@code 2023年8月底前}
 * @param date the last day that still meets it; null where the text gives none
 * @param ongoing true for work without an end (持续推进, 长期)
 */
public record Deadline(String text, @Nullable LocalDate date, boolean ongoing) {}
