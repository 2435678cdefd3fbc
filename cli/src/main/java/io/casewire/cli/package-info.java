/** The command line: one program with a class for each verb, for one JVM and for a deployment. */
@NullMarked
package io.casewire.cli;

import org.jspecify.annotations.NullMarked;
