/** Tells the agencies that asked: subscriptions, matching, delivery. */
@NullMarked
package io.casewire.notify;

import org.jspecify.annotations.NullMarked;
