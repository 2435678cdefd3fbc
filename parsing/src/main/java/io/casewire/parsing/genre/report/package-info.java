/** Annual reports: tables of innovations and annexes of promoted results. */
@NullMarked
package io.casewire.parsing.genre.report;

import org.jspecify.annotations.NullMarked;
