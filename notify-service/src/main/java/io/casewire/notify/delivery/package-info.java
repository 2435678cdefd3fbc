/** One message for each event and subscription: made once, sent until it is delivered or its retries are used up, accounted for. */
@NullMarked
package io.casewire.notify.delivery;

import org.jspecify.annotations.NullMarked;
