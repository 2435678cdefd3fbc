@NullMarked
package io.casewire.catalog.brief;

import org.jspecify.annotations.NullMarked;
