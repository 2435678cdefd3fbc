/** Secrets of subscriptions in the store: sealed with a key that is kept outside of it. */
@NullMarked
package io.casewire.notify.sealing;

import org.jspecify.annotations.NullMarked;
