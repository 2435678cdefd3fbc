/** When work has to be done by, out of printed time limits. */
@NullMarked
package io.casewire.parsing.field.deadline;

import org.jspecify.annotations.NullMarked;
