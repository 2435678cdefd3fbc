@NullMarked
package io.casewire.notify.delivery.robot;

import org.jspecify.annotations.NullMarked;
