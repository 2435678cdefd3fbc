package io.casewire.ingest.lease;

import java.time.Duration;
import org.springframework.data.mongodb.core.query.Update;

/** A document that is ours to work on until closed; renewed in the background. */
public final class Lease implements AutoCloseable {
    private final Leases leases;
    private final String collection;
    private final String id;
    private final String token;

    Lease(Leases leases, String collection, String id, String token) {
        this.leases = leases;
        this.collection = collection;
        this.id = id;
        this.token = token;
    }

    /** What the document's {@code leaseToken} is while the lease is ours: writes are guarded by it. */
    public String token() {
        return token;
    }

    /** Whether nobody else has it by now, as the store says: a lease runs out where the store was away for longer than it lasts. */
    public boolean isOurs() {
        return leases.isHeld(this);
    }

    String collection() {
        return collection;
    }

    String id() {
        return id;
    }

    /** Lets others have it at once; does nothing where it is closed. */
    @Override
    public void close() {
        closeWith(new Update());
    }

    /** Lets others have it at once, with a last change in the same write. */
    public void closeWith(Update last) {
        leases.release(this, last, Duration.ZERO);
    }

    /** Lets others have it, but not before this time has passed. */
    public void closeFor(Duration pause) {
        leases.release(this, new Update(), pause);
    }

    /** Lets others have it after this time, with a last change in the same write. */
    public void closeWith(Update last, Duration pause) {
        leases.release(this, last, pause);
    }

    /** Removes the document: there is nothing left to do with it. */
    public void closeByRemoval() {
        leases.remove(this);
    }
}
