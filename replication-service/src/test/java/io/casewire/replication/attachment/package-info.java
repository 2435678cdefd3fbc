@NullMarked
package io.casewire.replication.attachment;

import org.jspecify.annotations.NullMarked;
