/** Who leads and who takes part, under each convention by which documents print responsible units. */
@NullMarked
package io.casewire.parsing.field.responsibility;

import org.jspecify.annotations.NullMarked;
