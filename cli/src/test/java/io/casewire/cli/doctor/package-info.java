@NullMarked
package io.casewire.cli.doctor;

import org.jspecify.annotations.NullMarked;
