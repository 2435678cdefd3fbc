@NullMarked
package io.casewire.notify.delivery.notice;

import org.jspecify.annotations.NullMarked;
