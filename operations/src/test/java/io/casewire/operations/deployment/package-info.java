@NullMarked
package io.casewire.operations.deployment;

import org.jspecify.annotations.NullMarked;
