/** Private feeds: what a subscription was told of, for readers of Atom and JSON Feed. */
@NullMarked
package io.casewire.notify.feed;

import org.jspecify.annotations.NullMarked;
