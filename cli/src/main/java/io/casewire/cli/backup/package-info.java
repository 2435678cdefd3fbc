/** A copy of a whole deployment in a folder, and a deployment made from it. */
@NullMarked
package io.casewire.cli.backup;

import org.jspecify.annotations.NullMarked;
