@NullMarked
package io.casewire.notify.delivery.mail;

import org.jspecify.annotations.NullMarked;
