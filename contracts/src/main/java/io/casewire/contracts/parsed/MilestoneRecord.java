package io.casewire.contracts.parsed;

import io.casewire.contracts.id.EvidenceId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a chronicle.
 *
 * @param date day, month or year in ISO form at its printed precision
 * @param dateEnd last day of a span; null for a single date
 */
public record MilestoneRecord(
        EvidenceId id, String date, @Nullable String dateEnd, String text, LineRange lines) implements ParsedRecord {}
