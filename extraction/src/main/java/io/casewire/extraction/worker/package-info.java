/** A process of its own for taking files apart: it may run away, break down or be killed without hurting whoever asked. */
@NullMarked
package io.casewire.extraction.worker;

import org.jspecify.annotations.NullMarked;
