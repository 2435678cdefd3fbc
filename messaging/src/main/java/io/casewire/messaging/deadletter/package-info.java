/** What listeners put aside, over HTTP: to be looked at, and handled again while they run. */
@NullMarked
package io.casewire.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
