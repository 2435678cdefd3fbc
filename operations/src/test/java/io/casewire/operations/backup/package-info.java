@NullMarked
package io.casewire.operations.backup;

import org.jspecify.annotations.NullMarked;
