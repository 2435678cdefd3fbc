/**
 * Casewire on one machine: broker, store, the four services and the console in one JVM, with all data in one directory; and the
 * commands of the launcher that speak to it.
 */
@NullMarked
package io.casewire.standalone;

import org.jspecify.annotations.NullMarked;
