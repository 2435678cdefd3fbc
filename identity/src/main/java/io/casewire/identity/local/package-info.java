/** The local issuer: a key pair in a directory, tokens signed with it, and the command that prints one. */
@NullMarked
package io.casewire.identity.local;

import org.jspecify.annotations.NullMarked;
