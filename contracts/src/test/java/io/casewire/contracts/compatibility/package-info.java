/** Whether the schemas of events still hold what the last release promised. */
@NullMarked
package io.casewire.contracts.compatibility;

import org.jspecify.annotations.NullMarked;
