/** Which subscriptions an event is for: an inverted index over criteria, asked by events. */
@NullMarked
package io.casewire.notify.matching;

import org.jspecify.annotations.NullMarked;
