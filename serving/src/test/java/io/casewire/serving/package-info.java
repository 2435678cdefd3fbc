@NullMarked
package io.casewire.serving;

import org.jspecify.annotations.NullMarked;
