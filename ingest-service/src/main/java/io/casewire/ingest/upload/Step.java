package io.casewire.ingest.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step a file took.
 *
 * @param state the state it came to
 * @param at when
 * @param millis how long the step took; null where that says nothing
 * @param note what there is to say of it, one sentence
 */
public record Step(
        UploadState state,
        Instant at,
        @Nullable Long millis,
        @Nullable String note) {}
