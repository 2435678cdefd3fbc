@NullMarked
package io.casewire.cli.backup;

import org.jspecify.annotations.NullMarked;
