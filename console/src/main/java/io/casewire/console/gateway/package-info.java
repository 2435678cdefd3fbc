/** Passes requests under {@code /api/<service>} on to the services, and their answers back, without keeping either. */
@NullMarked
package io.casewire.console.gateway;

import org.jspecify.annotations.NullMarked;
