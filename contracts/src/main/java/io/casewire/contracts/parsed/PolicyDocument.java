package io.casewire.contracts.parsed;

import org.jspecify.annotations.Nullable;

/**
 * The official text that promotes a case.
 *
 * @param number document number (文号), for example {@code 国函〔2023〕56号}
 */
public record PolicyDocument(
        @Nullable String title,
        @Nullable String number,
        @Nullable String url) {}
