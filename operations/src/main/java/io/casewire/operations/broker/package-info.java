/** A Kafka broker as a container of its own, from Kafka's Maven artifacts. */
@NullMarked
package io.casewire.operations.broker;

import org.jspecify.annotations.NullMarked;
