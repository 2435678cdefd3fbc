/** Tasks and indicators out of implementation plans, divisions of tasks, and opinions that name units item by item. */
@NullMarked
package io.casewire.parsing.genre.plan;

import org.jspecify.annotations.NullMarked;
