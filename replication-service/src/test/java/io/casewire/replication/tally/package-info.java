@NullMarked
package io.casewire.replication.tally;

import org.jspecify.annotations.NullMarked;
