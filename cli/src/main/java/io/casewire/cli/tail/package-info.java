/** What lies on the topics and what comes: shows both to whoever may read them. */
@NullMarked
package io.casewire.cli.tail;

import org.jspecify.annotations.NullMarked;
