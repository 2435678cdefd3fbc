/** The folder a deployment is run from: compose files, settings and secrets. */
@NullMarked
package io.casewire.operations.deployment;

import org.jspecify.annotations.NullMarked;
