@NullMarked
package io.casewire.cli;

import org.jspecify.annotations.NullMarked;
