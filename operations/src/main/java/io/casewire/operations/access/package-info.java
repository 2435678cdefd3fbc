/** Who may do what on Kafka and in the store, derived from the topic registry. */
@NullMarked
package io.casewire.operations.access;

import org.jspecify.annotations.NullMarked;
