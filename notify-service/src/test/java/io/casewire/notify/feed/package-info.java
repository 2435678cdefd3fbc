@NullMarked
package io.casewire.notify.feed;

import org.jspecify.annotations.NullMarked;
