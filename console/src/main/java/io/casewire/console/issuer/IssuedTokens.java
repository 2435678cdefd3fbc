package io.casewire.console.issuer;

import org.jspecify.annotations.Nullable;

/**
 * What the issuer gave.
 *
 * @param access what services take
 * @param renewal what gives new ones; null where the issuer gave none
 * @param id says at the issuer's sign-out who leaves; null where it was not given anew
 */
public record IssuedTokens(
        String access, @Nullable String renewal, @Nullable String id) {}
