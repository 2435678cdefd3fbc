package io.casewire.ingest.review;

import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.audit.AuditTrail.Decided;
import io.casewire.ingest.upload.HeldUploads;
import io.casewire.ingest.upload.Hold;
import io.casewire.ingest.upload.Hold.Decision;
import io.casewire.ingest.upload.Hold.EarlierReading;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.WorkQueue;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A person publishes or rejects a document that waits. The decision is one write to its upload; what follows is done by
 * whoever takes it from the queue, where a start puts it again after a crash in between.
 */
@Component
public class HeldDocuments {
    /** Code of a refusal: a person decided so, and the reason is theirs. */
    public static final String REJECTED = "REJECTED_ON_REVIEW";

    private final HeldUploads held;
    private final WorkQueue queue;
    private final AuditTrail audit;
    private final InstantSource clock;

    HeldDocuments(HeldUploads held, WorkQueue queue, AuditTrail audit, InstantSource clock) {
        this.held = held;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Has it published; false where it does not wait (any more). */
    public boolean publish(Upload upload, String by, @Nullable String reason) {
        return keeping(upload, Act.PUBLISH, by, reason, () -> {
            Decision decision = new Decision(true, by, clock.instant(), reason);
            return held.decide(upload.uploadId(), decision) && enqueue(upload);
        });
    }

    /**
     * Has it rejected, or, where a reading of it is published and a newer one waits, leaves it at that; false where it does not
     * wait (any more).
     */
    public boolean reject(Upload upload, String by, String reason) {
        return keeping(upload, Act.REJECT, by, reason, () -> {
            Decision decision = new Decision(false, by, clock.instant(), reason);
            Hold hold = upload.hold();
            EarlierReading before = hold == null ? null : hold.before();
            return before == null
                    ? held.decide(upload.uploadId(), decision) && enqueue(upload)
                    : held.giveBack(
                            upload.uploadId(), before, decision, "A new reading of it was not taken: " + reason);
        });
    }

    private boolean enqueue(Upload upload) {
        queue.add(upload.id(), upload.receivedAt());
        return true;
    }

    private boolean keeping(Upload upload, Act act, String by, @Nullable String reason, BooleanSupplier decision) {
        if (!upload.held()) {
            return false;
        }
        ParseResult parse = upload.parse();
        String document = parse == null ? null : parse.documentId();
        return audit.keeping(new Decided(by, act, upload.id(), document, reason, null), decision::getAsBoolean);
    }
}
