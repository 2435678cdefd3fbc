/** What other systems build on, as files, as addresses and as a page: topics, events, schemas and the services' interfaces. */
@NullMarked
package io.casewire.console.contracts;

import org.jspecify.annotations.NullMarked;
