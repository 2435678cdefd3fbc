@NullMarked
package io.casewire.replication.exchange;

import org.jspecify.annotations.NullMarked;
