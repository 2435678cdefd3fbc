/** Tasks from plans and divisions of work, with their deadlines, what was reported of them, and who is behind. */
@NullMarked
package io.casewire.replication.plan;

import org.jspecify.annotations.NullMarked;
