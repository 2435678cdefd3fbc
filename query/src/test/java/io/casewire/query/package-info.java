@NullMarked
package io.casewire.query;

import org.jspecify.annotations.NullMarked;
