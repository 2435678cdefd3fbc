package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.ingest.RunningIngest.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An operator removes an upload of which nothing is on the topics. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemovalIT {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch atTheGate = new CountDownLatch(1);
    private RunningIngest ingest;

    @BeforeAll
    void start(@TempDir Path directory) {
        LineParser parser = new LineParser();
        ingest = RunningIngest.start(
                (bytes, name) -> {
                    if (name.equals("gate.txt")) {
                        atTheGate.countDown();
                        await(gate);
                    }
                    return parser.parse(bytes, name);
                },
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of("casewire.ingest.pipeline.workers", "1"));
    }

    @AfterAll
    void stop() {
        ingest.close();
    }

    @Test
    void aRefusedOneIsRemovedWithItsBytesAndCanBeSentAgain() {
        String text = "title|" + UUID.randomUUID() + "\nerror|MOJIBAKE|乱码\n";
        String path = path(ingest.upload(text, "?name=a.txt"));
        ingest.untilThrough(id(path));

        assertThat(ingest.delete(path, Role.OPERATOR).status()).isEqualTo(204);

        assertThat(ingest.get(path).status()).isEqualTo(404);
        assertThat(ingest.get(path + "/original").status()).isEqualTo(404);
        assertThat(ingest.delete(path, Role.OPERATOR).status()).isEqualTo(404);
        assertThat(ingest.upload(text, "?name=a.txt").status()).isEqualTo(202);
        assertThat(ingest.untilThrough(id(path)).path("state").asString()).isEqualTo("REJECTED");
    }

    @Test
    void whatItSharesWithAnotherStays() {
        String title = UUID.randomUUID().toString();
        String failed = path(ingest.upload("title|" + title + "\nerror|ODD|不对\n", "?name=a.txt"));
        String other = path(ingest.upload("title|" + title + "\nerror|ODD|不对\n\n", "?name=b.txt"));
        ingest.untilThrough(id(failed));
        ingest.untilThrough(id(other));

        assertThat(ingest.delete(failed, Role.OPERATOR).status()).isEqualTo(204);

        assertThat(ingest.get(other + "/text").response().body()).contains(title);
        assertThat(ingest.get(other).json().path("diagnostics")).hasSize(1);
    }

    @Test
    void aPublishedOneStaysAndTheReasonIsTold() {
        String path = path(ingest.upload("title|" + UUID.randomUUID() + "\ncase|1|trade|一|好\n", "?name=a.txt"));
        ingest.untilThrough(id(path));

        Answer refused = ingest.delete(path, Role.OPERATOR);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:casewire:problem:document-published");
        assertThat(refused.json().path("detail").asString()).contains("withdraw");
        assertThat(ingest.get(path).json().path("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void oneThatWaitsIsRemovedAndOneThatIsWorkedOnIsNot() {
        String working = path(ingest.upload("title|" + UUID.randomUUID() + "\ncase|1|trade|一|好\n", "?name=gate.txt"));
        await(atTheGate);
        String waiting = path(ingest.upload("title|" + UUID.randomUUID() + "\ncase|1|trade|一|好\n", "?name=b.txt"));

        assertThat(ingest.delete(waiting, Role.OPERATOR).status()).isEqualTo(204);
        Answer busy = ingest.delete(working, Role.OPERATOR);
        gate.countDown();

        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.header("Retry-After")).isNotBlank();
        assertThat(ingest.untilThrough(id(working)).path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(ingest.get(waiting).status()).isEqualTo(404);
    }

    private static String path(Answer uploaded) {
        assertThat(uploaded.status()).isEqualTo(202);
        return uploaded.header("Location");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
