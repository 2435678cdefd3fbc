@NullMarked
package io.casewire.notify.delivery;

import org.jspecify.annotations.NullMarked;
