@NullMarked
package io.casewire.cli.external;

import org.jspecify.annotations.NullMarked;
