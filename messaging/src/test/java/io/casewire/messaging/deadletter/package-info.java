@NullMarked
package io.casewire.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
