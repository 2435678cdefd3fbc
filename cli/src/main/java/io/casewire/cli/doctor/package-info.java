/** Looks a deployment over and says what to fix. */
@NullMarked
package io.casewire.cli.doctor;

import org.jspecify.annotations.NullMarked;
