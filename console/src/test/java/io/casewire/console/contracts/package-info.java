@NullMarked
package io.casewire.console.contracts;

import org.jspecify.annotations.NullMarked;
