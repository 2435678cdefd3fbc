/** Parts of lists, and the opaque cursors to the next part. */
@NullMarked
package io.casewire.serving.page;

import org.jspecify.annotations.NullMarked;
