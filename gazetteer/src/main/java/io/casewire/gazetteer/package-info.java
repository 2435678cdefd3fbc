/** China's regions, pilot free trade zones and their areas, and the named sets of them, each as of a day. */
@NullMarked
package io.casewire.gazetteer;

import org.jspecify.annotations.NullMarked;
