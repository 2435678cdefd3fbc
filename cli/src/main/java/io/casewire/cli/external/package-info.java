/** The listener of the broker that systems outside the deployment read from: its address and its certificate. */
@NullMarked
package io.casewire.cli.external;

import org.jspecify.annotations.NullMarked;
