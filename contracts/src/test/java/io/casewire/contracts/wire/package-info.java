@NullMarked
package io.casewire.contracts.wire;

import org.jspecify.annotations.NullMarked;
