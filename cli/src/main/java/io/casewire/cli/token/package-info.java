/** Tokens for the HTTP interfaces: issued, listed, revoked. */
@NullMarked
package io.casewire.cli.token;

import org.jspecify.annotations.NullMarked;
