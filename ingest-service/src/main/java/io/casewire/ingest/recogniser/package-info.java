/** The boundary between the facade and the recognisers, one of which reads one kind of record out of one genre. */
@NullMarked
package io.casewire.ingest.recogniser;

import org.jspecify.annotations.NullMarked;
