/** Signing in at the operator's own OpenID Connect issuer: authorization code with PKCE. */
@NullMarked
package io.casewire.console.issuer;

import org.jspecify.annotations.NullMarked;
