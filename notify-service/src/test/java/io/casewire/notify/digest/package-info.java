@NullMarked
package io.casewire.notify.digest;

import org.jspecify.annotations.NullMarked;
