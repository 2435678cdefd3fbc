@NullMarked
package io.casewire.outbound.client;

import org.jspecify.annotations.NullMarked;
