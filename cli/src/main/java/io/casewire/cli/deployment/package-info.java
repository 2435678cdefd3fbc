/** The folder a deployment is run from: compose files, settings and secrets. */
@NullMarked
package io.casewire.cli.deployment;

import org.jspecify.annotations.NullMarked;
