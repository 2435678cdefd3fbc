/** Reading documents without any server: text with parsing alone, other formats in a process that has the libraries for them. */
@NullMarked
package io.casewire.cli.document;

import org.jspecify.annotations.NullMarked;
