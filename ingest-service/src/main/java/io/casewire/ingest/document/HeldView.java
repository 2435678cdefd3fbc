package io.casewire.ingest.document;

import io.casewire.ingest.upload.Hold;
import io.casewire.ingest.upload.Upload;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a document waits for a person, or did.
 *
 * @param waits whether it still does
 * @param since when it was parsed, and held from
 * @param asked whether its sender asked for it
 * @param every whether every document was held
 * @param codes of the diagnostics that hold it
 * @param decided when a person decided; null while it waits
 * @param published what the person decided; null while it waits
 * @param reread whether an earlier reading is published, and stays so while this one waits
 */
record HeldView(
        boolean waits,
        Instant since,
        boolean asked,
        boolean every,
        List<String> codes,
        @Nullable Instant decided,
        @Nullable Boolean published,
        boolean reread) {
    /** Null where nothing holds it, or not yet. */
    static @Nullable HeldView of(Upload upload) {
        Hold hold = upload.hold();
        if (hold == null || hold.since() == null) {
            return null;
        }
        Hold.Decision decision = hold.decision();
        return new HeldView(
                upload.held(),
                hold.since(),
                hold.asked(),
                hold.every(),
                hold.codes(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.publish(),
                hold.before() != null);
    }
}
