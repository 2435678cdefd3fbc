/** Other systems that read the topics: their accounts and rights at the broker. */
@NullMarked
package io.casewire.cli.consumer;

import org.jspecify.annotations.NullMarked;
