@NullMarked
package io.casewire.operations;

import org.jspecify.annotations.NullMarked;
