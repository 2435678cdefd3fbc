@NullMarked
package io.casewire.catalog.address;

import org.jspecify.annotations.NullMarked;
