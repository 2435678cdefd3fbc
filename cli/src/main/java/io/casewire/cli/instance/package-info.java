/** The instance of one JVM: starting, stopping, looking at it, bringing documents in. */
@NullMarked
package io.casewire.cli.instance;

import org.jspecify.annotations.NullMarked;
