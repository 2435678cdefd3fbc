@NullMarked
package io.casewire.embedded.store;

import org.jspecify.annotations.NullMarked;
