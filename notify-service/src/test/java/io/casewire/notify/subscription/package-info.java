@NullMarked
package io.casewire.notify.subscription;

import org.jspecify.annotations.NullMarked;
