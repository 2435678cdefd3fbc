/** What every service answers to requests it cannot take, tried on each of its routes. */
@NullMarked
package io.casewire.conformance;

import org.jspecify.annotations.NullMarked;
