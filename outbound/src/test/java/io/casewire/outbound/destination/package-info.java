@NullMarked
package io.casewire.outbound.destination;

import org.jspecify.annotations.NullMarked;
