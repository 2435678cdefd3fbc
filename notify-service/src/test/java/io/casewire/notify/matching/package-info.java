@NullMarked
package io.casewire.notify.matching;

import org.jspecify.annotations.NullMarked;
