/** How a service is set up and started: its configuration's name and its clock. */
@NullMarked
package io.casewire.serving.start;

import org.jspecify.annotations.NullMarked;
