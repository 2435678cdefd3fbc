/** How often a caller may ask: so many requests in a while, then 429 and when to come back. */
@NullMarked
package io.casewire.serving.limit;

import org.jspecify.annotations.NullMarked;
