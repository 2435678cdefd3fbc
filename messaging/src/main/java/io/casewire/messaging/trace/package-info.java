/** What follows from one upload, across services, as a trace for OpenTelemetry; nothing where no endpoint is set. */
@NullMarked
package io.casewire.messaging.trace;

import org.jspecify.annotations.NullMarked;
