@NullMarked
package io.casewire.notify;

import org.jspecify.annotations.NullMarked;
