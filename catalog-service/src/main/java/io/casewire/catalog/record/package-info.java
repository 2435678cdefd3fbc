/** Everything that was read but is no case, as search finds it: tasks, adoptions, milestones, indicators and the running text of reports. */
@NullMarked
package io.casewire.catalog.record;

import org.jspecify.annotations.NullMarked;
