@NullMarked
package io.casewire.notify.delivery.webhook;

import org.jspecify.annotations.NullMarked;
