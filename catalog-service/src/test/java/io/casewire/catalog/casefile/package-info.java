@NullMarked
package io.casewire.catalog.casefile;

import org.jspecify.annotations.NullMarked;
