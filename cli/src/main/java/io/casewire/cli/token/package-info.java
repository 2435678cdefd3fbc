/** Tokens for the HTTP interfaces: issued, listed, revoked; and links that sign people in. */
@NullMarked
package io.casewire.cli.token;

import org.jspecify.annotations.NullMarked;
