@NullMarked
package io.casewire.client;

import org.jspecify.annotations.NullMarked;
