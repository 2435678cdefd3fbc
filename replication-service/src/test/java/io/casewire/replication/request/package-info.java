@NullMarked
package io.casewire.replication.request;

import org.jspecify.annotations.NullMarked;
