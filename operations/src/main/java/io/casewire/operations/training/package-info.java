/** Runs a service once while its image is built, so that the JVM learns what a start needs. */
@NullMarked
package io.casewire.operations.training;

import org.jspecify.annotations.NullMarked;
