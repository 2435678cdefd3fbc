/** What requests to this service say: values of closed sets and texts, read strictly. */
@NullMarked
package io.casewire.replication.request;

import org.jspecify.annotations.NullMarked;
