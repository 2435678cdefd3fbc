@NullMarked
package io.casewire.catalog.adoption;

import org.jspecify.annotations.NullMarked;
