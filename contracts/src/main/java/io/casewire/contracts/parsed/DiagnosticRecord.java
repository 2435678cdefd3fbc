package io.casewire.contracts.parsed;

import org.jspecify.annotations.Nullable;

/**
 * Something noticed while parsing.
 *
 * @param code stable, upper case, for example {@code NUMBERING_GAP}
 * @param message one sentence for a person, in Chinese or English as the parser speaks
 * @param lines null where it concerns the whole document
 */
public record DiagnosticRecord(
        Severity severity,
        String code,
        String message,
        @Nullable LineRange lines) implements ParsedRecord {}
