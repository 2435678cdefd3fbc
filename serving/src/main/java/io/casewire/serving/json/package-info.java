/** The JSON of answers and requests: that of the wire, read strictly. */
@NullMarked
package io.casewire.serving.json;

import org.jspecify.annotations.NullMarked;
