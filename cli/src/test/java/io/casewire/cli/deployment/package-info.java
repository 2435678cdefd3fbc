@NullMarked
package io.casewire.cli.deployment;

import org.jspecify.annotations.NullMarked;
