@NullMarked
package io.casewire.cli.container;

import org.jspecify.annotations.NullMarked;
