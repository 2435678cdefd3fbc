/** Who may do what on Kafka and in the store, derived from the topic registry. */
@NullMarked
package io.casewire.cli.access;

import org.jspecify.annotations.NullMarked;
