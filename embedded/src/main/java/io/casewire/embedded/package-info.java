/**
 * A real Kafka broker and a MongoDB-protocol store inside this JVM, for one machine and for tests. Neither is a fake: clients
 * reach both over loopback sockets as they would a cluster.
 */
@NullMarked
package io.casewire.embedded;

import org.jspecify.annotations.NullMarked;
