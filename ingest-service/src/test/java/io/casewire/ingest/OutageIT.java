package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.RunningIngest.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageIT {
    private @Nullable EmbeddedKafka broker;

    @AfterEach
    void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void documentsWaitForADeadBrokerUpToTheBoundAndGoOnByThemselves(@TempDir Path directory) throws IOException {
        int port = freePort();
        try (RunningIngest ingest = RunningIngest.start(
                "127.0.0.1:" + port,
                SharedStore.freshDatabase(),
                directory,
                Map.of(
                        "casewire.messaging.publish-timeout", "3s",
                        "casewire.ingest.pipeline.retry-max", "2s",
                        "casewire.ingest.upload.max-unfinished", "2"))) {
            Answer first = ingest.upload("title|甲\ncase|1|trade|一|好\n", "?name=a.txt");
            Answer second = ingest.upload("title|乙\ncase|1|trade|一|好\n", "?name=b.txt");
            Answer third = ingest.upload("title|丙\ncase|1|trade|一|好\n", "?name=c.txt");

            assertThat(List.of(first.status(), second.status())).containsOnly(202);
            assertThat(third.status()).isEqualTo(503);
            assertThat(third.header("Retry-After")).isNotBlank();
            String id = first.json().path("id").asString();
            Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                            ingest.get(RunningIngest.DOCUMENTS + "/" + id)
                                    .json()
                                    .path("waitingFor")
                                    .asString())
                    .contains("Kafka"));
            assertThat(ingest.get("/actuator/health/readiness").status()).isEqualTo(200);

            EmbeddedKafka started = EmbeddedKafka.start(directory.resolve("kafka"), port);
            broker = started;
            assertThat(ingest.untilThrough(id).path("state").asString()).isEqualTo("PUBLISHED");
            assertThat(ingest.untilThrough(second.json().path("id").asString())
                            .path("state")
                            .asString())
                    .isEqualTo("PUBLISHED");
            assertThat(Wire.of(
                            started.bootstrapServers(),
                            List.of(LineParser.caseId("甲", "1").value())))
                    .isNotEmpty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
