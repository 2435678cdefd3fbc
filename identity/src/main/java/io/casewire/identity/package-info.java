/** Who calls: the roles, the caller a token speaks for, and what a token may say about them. */
@NullMarked
package io.casewire.identity;

import org.jspecify.annotations.NullMarked;
