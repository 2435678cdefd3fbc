/** Facts that documents state: who replicated what, chronicles, indicators. */
@NullMarked
package io.casewire.catalog.evidence;

import org.jspecify.annotations.NullMarked;
