/** Casewire as a stranger meets it: processes, HTTP, Kafka, webhooks. Knows the contracts and nothing else. */
@NullMarked
package io.casewire.e2e;

import org.jspecify.annotations.NullMarked;
