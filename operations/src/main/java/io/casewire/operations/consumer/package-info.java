/** Other systems that read the topics: their accounts and rights at the broker. */
@NullMarked
package io.casewire.operations.consumer;

import org.jspecify.annotations.NullMarked;
