@NullMarked
package io.casewire.operations.doctor;

import org.jspecify.annotations.NullMarked;
