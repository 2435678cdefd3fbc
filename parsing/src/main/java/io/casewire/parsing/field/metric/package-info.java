/** Quantified effects out of running text: what went from where to where, by how much, or stands where. */
@NullMarked
package io.casewire.parsing.field.metric;

import org.jspecify.annotations.NullMarked;
