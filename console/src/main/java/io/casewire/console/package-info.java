/** The one door for people: the page, and the gateway in front of the four services. */
@NullMarked
package io.casewire.console;

import org.jspecify.annotations.NullMarked;
