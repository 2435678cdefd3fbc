package io.casewire.ingest.source;

import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.lease.Leases.Leased;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to ask a host: one request at a time with a pause behind it, whoever asks in whatever instance. A turn is a lease on the
 * host, given back for the time it is to be left alone.
 */
@Component
class HostTurns {
    private static final String COLLECTION = "watchedHosts";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final MongoOperations mongo;
    private final Leases leases;
    private final InstantSource clock;

    HostTurns(MongoOperations mongo, Leases leases, InstantSource clock) {
        this.mongo = mongo;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * A host that was asked.
     *
     * @param leaseToken not null while it is
     * @param leasedUntil until when it is left alone, while it is not
     */
    record Host(@Id String id, @Nullable String leaseToken, Instant leasedUntil) {}

    /**
     * Waits for the turn, to be closed for a pause.
     *
     * @param patience how long
     * @return empty where it does not come in that time
     */
    Optional<Lease> take(String host, Duration patience) throws InterruptedException {
        Optional<Lease> turn = take(host);
        if (turn.isEmpty() && untilFree(host).compareTo(patience) > 0) {
            return turn;
        }
        Instant end = clock.instant().plus(patience);
        while (turn.isEmpty() && clock.instant().isBefore(end)) {
            Thread.sleep(LOOK_AGAIN);
            turn = take(host);
        }
        return turn;
    }

    /** How long a host is still left alone; zero while it is asked, and where it may be. */
    Duration untilFree(String host) {
        Host asked = mongo.findById(host, Host.class, COLLECTION);
        if (asked == null || asked.leaseToken() != null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), asked.leasedUntil());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Optional<Lease> take(String host) {
        return leases.takeOrCreate(Host.class, COLLECTION, host).map(Leased::lease);
    }
}
