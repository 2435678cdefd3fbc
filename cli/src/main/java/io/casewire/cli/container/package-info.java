/** Commands that only the images of a deployment call: broker, trial store, training run, health of a container. */
@NullMarked
package io.casewire.cli.container;

import org.jspecify.annotations.NullMarked;
