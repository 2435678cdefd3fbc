@NullMarked
package io.casewire.serving.limit;

import org.jspecify.annotations.NullMarked;
