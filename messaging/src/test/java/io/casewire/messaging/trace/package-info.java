@NullMarked
package io.casewire.messaging.trace;

import org.jspecify.annotations.NullMarked;
