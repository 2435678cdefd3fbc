@NullMarked
package io.casewire.cli.instance;

import org.jspecify.annotations.NullMarked;
