@NullMarked
package io.casewire.replication.sheet;

import org.jspecify.annotations.NullMarked;
