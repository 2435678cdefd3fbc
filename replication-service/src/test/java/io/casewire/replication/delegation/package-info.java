/** Tests of lines that are handed down. */
@NullMarked
package io.casewire.replication.delegation;

import org.jspecify.annotations.NullMarked;
