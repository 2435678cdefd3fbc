@NullMarked
package io.casewire.outbound;

import org.jspecify.annotations.NullMarked;
