/** Figures in queries, and the effects of cases they are compared with. */
@NullMarked
package io.casewire.query.figure;

import org.jspecify.annotations.NullMarked;
