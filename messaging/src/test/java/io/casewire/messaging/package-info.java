@NullMarked
package io.casewire.messaging;

import org.jspecify.annotations.NullMarked;
