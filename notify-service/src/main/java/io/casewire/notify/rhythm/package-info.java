/** When subscribers want to be told: digests, quiet hours, one message for a document. */
@NullMarked
package io.casewire.notify.rhythm;

import org.jspecify.annotations.NullMarked;
