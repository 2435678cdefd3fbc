/** Where broker, store and data of a command are, and how commands end that are not done. */
@NullMarked
package io.casewire.cli.connect;

import org.jspecify.annotations.NullMarked;
