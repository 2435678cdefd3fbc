package io.casewire.parsing.head;

import org.jspecify.annotations.Nullable;

/**
 * Who says it, under which number: what ids of records derive from.
 *
 * @param title null where none could be told
 * @param documentNumber 文号 in the form {@code 国函〔2023〕56号}
 * @param issuedOn ISO at its printed precision
 * @param key what ids derive from: the number, else issuer and title, folded so that a re-scan gives the same
 */
public record DocumentIdentity(
        @Nullable String title,
        @Nullable String issuer,
        @Nullable String documentNumber,
        @Nullable String issuedOn,
        String key) {}
