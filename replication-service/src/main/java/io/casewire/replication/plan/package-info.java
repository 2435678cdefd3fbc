/** Tasks from plans and divisions of work, with their deadlines. */
@NullMarked
package io.casewire.replication.plan;

import org.jspecify.annotations.NullMarked;
