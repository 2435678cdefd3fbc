package io.casewire.ingest.lease;

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

    String collection() {
        return collection;
    }

    String id() {
        return id;
    }

    /** Lets others have it at once. */
    @Override
    public void close() {
        leases.release(this);
    }
}
