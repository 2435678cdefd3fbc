@NullMarked
package io.casewire.notify.sealing;

import org.jspecify.annotations.NullMarked;
