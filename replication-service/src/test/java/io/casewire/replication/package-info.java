/** The whole service, over HTTP and Kafka. */
@NullMarked
package io.casewire.replication;

import org.jspecify.annotations.NullMarked;
