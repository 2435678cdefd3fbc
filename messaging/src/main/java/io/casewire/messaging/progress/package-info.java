/** How far consumer groups have come. */
@NullMarked
package io.casewire.messaging.progress;

import org.jspecify.annotations.NullMarked;
