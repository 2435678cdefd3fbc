@NullMarked
package io.casewire.notify.delivery.stream;

import org.jspecify.annotations.NullMarked;
