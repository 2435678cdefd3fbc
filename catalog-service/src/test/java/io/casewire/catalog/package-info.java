@NullMarked
package io.casewire.catalog;

import org.jspecify.annotations.NullMarked;
