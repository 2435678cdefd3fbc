package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.parsing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param changes null unless it is published
 * @param refusal null unless it is refused
 */
public record Completion(
        UploadState state,
        @Nullable Changes changes,
        @Nullable Refusal refusal) {
    static Completion of(PublicationBatch batch) {
        UploadState state = batch.head().refusal() != null
                ? UploadState.REJECTED
                : batch.superseded().isEmpty() ? UploadState.PUBLISHED : UploadState.SUPERSEDED;
        return new Completion(state, batch.head().changes(), batch.head().refusal());
    }

    static Completion of(Upload upload) {
        return new Completion(upload.state(), upload.changes(), upload.refusal());
    }
}
