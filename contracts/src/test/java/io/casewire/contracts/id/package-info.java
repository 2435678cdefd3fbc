@NullMarked
package io.casewire.contracts.id;

import org.jspecify.annotations.NullMarked;
