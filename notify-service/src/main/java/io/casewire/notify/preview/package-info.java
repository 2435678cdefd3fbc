/** What a subscription would have been told of in the last days, before it is made. */
@NullMarked
package io.casewire.notify.preview;

import org.jspecify.annotations.NullMarked;
