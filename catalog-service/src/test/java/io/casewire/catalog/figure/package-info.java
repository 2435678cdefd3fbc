@NullMarked
package io.casewire.catalog.figure;

import org.jspecify.annotations.NullMarked;
