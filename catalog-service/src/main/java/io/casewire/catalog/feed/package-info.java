/** Changes of cases as feeds, of a domain or of any search: Atom (RFC 4287) and JSON Feed 1.1. */
@NullMarked
package io.casewire.catalog.feed;

import org.jspecify.annotations.NullMarked;
