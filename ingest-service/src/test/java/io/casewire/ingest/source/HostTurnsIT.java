package io.casewire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class HostTurnsIT {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
    private final HostTurns one = turns();
    private final HostTurns other = turns();

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aHostIsAskedByOneAtATimeAndLeftAloneInBetween() throws InterruptedException {
        Lease turn = one.take("a.example", AT_ONCE).orElseThrow();

        assertThat(other.take("a.example", AT_ONCE)).isEmpty();
        assertThat(other.take("b.example", AT_ONCE)).isPresent();
        turn.closeFor(Duration.ofSeconds(2));
        assertThat(other.take("a.example", AT_ONCE)).isEmpty();
        now = now.plusSeconds(3);
        assertThat(other.take("a.example", AT_ONCE)).isPresent();
    }

    @Test
    void aHostThatAsksToBeLeftAloneForLongIsNotWaitedFor() throws InterruptedException {
        one.take("a.example", AT_ONCE).orElseThrow().closeFor(Duration.ofHours(1));

        assertThat(other.take("a.example", Duration.ofMinutes(5))).isEmpty();
        assertThat(other.untilFree("a.example")).isEqualTo(Duration.ofHours(1));
        assertThat(other.untilFree("b.example")).isZero();
    }

    @Test
    void theTurnOfWhoDiedIsOverWithItsLease() throws InterruptedException {
        assertThat(one.take("a.example", AT_ONCE)).isPresent();
        now = now.plusSeconds(6);

        assertThat(other.take("a.example", AT_ONCE)).isPresent();
    }

    private HostTurns turns() {
        return new HostTurns(mongo, new Leases(mongo, () -> now, Duration.ofSeconds(5)), () -> now);
    }
}
