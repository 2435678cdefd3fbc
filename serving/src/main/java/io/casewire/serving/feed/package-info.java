/** Feeds of what a service has to tell, as Atom and as JSON Feed. */
@NullMarked
package io.casewire.serving.feed;

import org.jspecify.annotations.NullMarked;
