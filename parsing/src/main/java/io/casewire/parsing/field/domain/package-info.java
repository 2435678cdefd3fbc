/** Which reform domain a case belongs to: by its printed category, else by its words. */
@NullMarked
package io.casewire.parsing.field.domain;

import org.jspecify.annotations.NullMarked;
