/** How events travel: JSON, CloudEvents 1.0 binary mode on Kafka, explicit wire names. */
@NullMarked
package io.casewire.contracts.wire;

import org.jspecify.annotations.NullMarked;
