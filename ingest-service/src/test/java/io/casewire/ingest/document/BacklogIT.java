package io.casewire.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Lane;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class BacklogIT {
    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final WorkQueue queue = new WorkQueue(mongo, new Leases(mongo, () -> now, Duration.ofSeconds(5)));

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void takesAsManyAsMayWaitAndMoreWhenSomeAreDone() {
        Backlog backlog = new Backlog(queue, 2, () -> now);

        assertThat(backlog.takesOneMore()).isTrue();
        queue.add("src-1", now);
        assertThat(backlog.takesOneMore()).isTrue();
        queue.add("src-2", now);
        assertThat(backlog.takesOneMore()).isFalse();
        queue.takeNext(Lane.ANY).orElseThrow().lease().closeByRemoval();
        assertThat(backlog.takesOneMore()).isTrue();
    }

    @Test
    void seesWhatOtherInstancesAddWithinASecond() {
        Backlog backlog = new Backlog(queue, 3, () -> now);
        assertThat(backlog.takesOneMore()).isTrue();
        for (int i = 0; i < 3; i++) {
            queue.add("src-" + i, now);
        }

        now = now.plusMillis(1001);

        assertThat(backlog.takesOneMore()).isFalse();
    }
}
