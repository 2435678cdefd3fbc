/** One message for each event and subscription: made once, sent until it is taken or the ladder ends, accounted for. */
@NullMarked
package io.casewire.notify.delivery;

import org.jspecify.annotations.NullMarked;
