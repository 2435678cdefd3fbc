@NullMarked
package io.casewire.notify.destination;

import org.jspecify.annotations.NullMarked;
