/** Whether the services behind the gateway are ready. */
@NullMarked
package io.casewire.console.status;

import org.jspecify.annotations.NullMarked;
