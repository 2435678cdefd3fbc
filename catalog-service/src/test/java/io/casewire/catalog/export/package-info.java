@NullMarked
package io.casewire.catalog.export;

import org.jspecify.annotations.NullMarked;
