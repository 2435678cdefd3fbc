/** Numbers as Chinese documents print them: full-width digits, Chinese numerals, mixed forms, fractions and tenths. */
@NullMarked
package io.casewire.parsing.field.numeral;

import org.jspecify.annotations.NullMarked;
