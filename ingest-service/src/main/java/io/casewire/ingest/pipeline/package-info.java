/** Takes every received file through its steps, from wherever it is, until it is published, rejected or failed. */
@NullMarked
package io.casewire.ingest.pipeline;

import org.jspecify.annotations.NullMarked;
