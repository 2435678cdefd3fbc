/**
 * The engine behind the MongoDB protocol: documents as BSON and real indexes in one MVStore file. The protocol, the meaning of filters and
 * updates and the aggregation are mongo-java-server's; what is kept, how it is found and how replies are cut is decided here.
 */
@NullMarked
package io.casewire.embedded.store;

import org.jspecify.annotations.NullMarked;
