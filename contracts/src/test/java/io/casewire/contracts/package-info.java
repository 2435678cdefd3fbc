@NullMarked
package io.casewire.contracts;

import org.jspecify.annotations.NullMarked;
