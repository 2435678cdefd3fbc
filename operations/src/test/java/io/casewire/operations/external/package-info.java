@NullMarked
package io.casewire.operations.external;

import org.jspecify.annotations.NullMarked;
