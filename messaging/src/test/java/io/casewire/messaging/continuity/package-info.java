/** Tests of the comparison of store and log. */
@NullMarked
package io.casewire.messaging.continuity;

import org.jspecify.annotations.NullMarked;
