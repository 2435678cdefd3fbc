@NullMarked
package io.casewire.catalog.evidence;

import org.jspecify.annotations.NullMarked;
