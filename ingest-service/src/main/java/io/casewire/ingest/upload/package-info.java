/** The files received: how far each has come, kept so that a killed service goes on where it was. */
@NullMarked
package io.casewire.ingest.upload;

import org.jspecify.annotations.NullMarked;
