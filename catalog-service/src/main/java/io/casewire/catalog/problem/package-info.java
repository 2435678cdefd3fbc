/** Refusals as RFC 9457 problem documents, with the parameter named. */
@NullMarked
package io.casewire.catalog.problem;

import org.jspecify.annotations.NullMarked;
