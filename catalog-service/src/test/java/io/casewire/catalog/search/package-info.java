@NullMarked
package io.casewire.catalog.search;

import org.jspecify.annotations.NullMarked;
