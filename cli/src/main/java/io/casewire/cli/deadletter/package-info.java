/** What listeners could not handle: shows it, and lets a listener replay it. */
@NullMarked
package io.casewire.cli.deadletter;

import org.jspecify.annotations.NullMarked;
