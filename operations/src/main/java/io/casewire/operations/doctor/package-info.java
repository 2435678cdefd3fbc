/** Looks a deployment over and says what to mend. */
@NullMarked
package io.casewire.operations.doctor;

import org.jspecify.annotations.NullMarked;
