@NullMarked
package io.casewire.notify.rhythm;

import org.jspecify.annotations.NullMarked;
