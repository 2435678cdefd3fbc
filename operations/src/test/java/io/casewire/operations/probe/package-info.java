@NullMarked
package io.casewire.operations.probe;

import org.jspecify.annotations.NullMarked;
