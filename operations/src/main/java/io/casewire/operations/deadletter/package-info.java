/** What listeners could not handle: shows it, and lets a listener read it again. */
@NullMarked
package io.casewire.operations.deadletter;

import org.jspecify.annotations.NullMarked;
