package io.casewire.ingest.document;

import io.casewire.identity.Caller;
import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail.Decided;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import org.jspecify.annotations.Nullable;

/** A decision about a file, as it is kept. */
final class DecisionAbout {
    private DecisionAbout() {}

    static Decided the(Upload upload, Act act, Caller caller, @Nullable String reason) {
        ParseResult parse = upload.parse();
        return new Decided(
                caller.subject(), act, upload.id(), parse == null ? null : parse.documentId(), reason, upload.name());
    }
}
