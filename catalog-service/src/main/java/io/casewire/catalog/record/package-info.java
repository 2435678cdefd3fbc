/** Everything that was read but is no case, as search finds it: tasks, adoptions, milestones and indicators. */
@NullMarked
package io.casewire.catalog.record;

import org.jspecify.annotations.NullMarked;
