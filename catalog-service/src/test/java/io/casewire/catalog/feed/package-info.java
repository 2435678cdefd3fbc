@NullMarked
package io.casewire.catalog.feed;

import org.jspecify.annotations.NullMarked;
