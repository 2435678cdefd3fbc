package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A backup of a running instance, restored elsewhere, is the same instance: nothing is lost and no message sent again. */
class BackupIT {
    private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void restoresCatalogueLedgerAndSubscriptionsAndSendsNothingAgain() throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        try (Receiver receiver = Receiver.start()) {
            List<JsonNode> before;
            int sent;
            try (RunningWire wire = RunningWire.on(folder.resolve("first"))) {
                receiver.verifyWith(subscribe(wire, receiver));
                load(wire, samples().subList(1, samples().size()));
                wire.move(wire.token("--role", "region", "--region", "110000", "--subject", "test region"));
                sent = awaitQuiet(wire, receiver);
                before = wire.everything(wire.token("--role", "operator", "--subject", "test operator"));
                assertThat(RunningWire.run(
                                "backup", "--data", folder.resolve("first").toString(), copy.toString()))
                        .doesNotContain("notify has not read everything");
            }
            RunningWire.run("restore", "--data", folder.resolve("second").toString(), copy.toString());

            try (RunningWire wire = RunningWire.on(folder.resolve("second"))) {
                String operator = wire.token("--role", "operator", "--subject", "test operator");
                await().atMost(SOON).untilAsserted(() -> assertThat(wire.everything(operator))
                        .isEqualTo(before));
                await().during(A_WHILE).atMost(SOON).untilAsserted(() -> assertThat(receiver.messages())
                        .hasSize(sent));

                load(wire, List.of(samples().getFirst()));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(receiver.messages()).hasSizeGreaterThan(sent));
                assertThat(receiver.messages()).allMatch(Receiver.Message::verified);
                assertThat(receiver.messages().stream().map(Receiver.Message::id))
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static String subscribe(RunningWire wire, Receiver receiver) throws IOException, InterruptedException {
        HttpResponse<String> subscribed = wire.post(
                "/api/notify/v1/subscriptions",
                wire.token("--role", "agency", "--agency", "某市商务局", "--subject", "test agency"),
                "{\"kinds\":[\"case.published\"],\"webhook\":{\"url\":\"" + receiver.url() + "\"}}");
        assertThat(subscribed.statusCode()).as(subscribed.body()).isEqualTo(201);
        return WireJson.mapper()
                .readTree(subscribed.body())
                .get("webhook")
                .get("secret")
                .asString();
    }

    private static void load(RunningWire wire, List<Path> documents) throws IOException, InterruptedException {
        String publisher = wire.token("--role", "publisher", "--subject", "test publisher");
        for (Path document : documents) {
            assertThat(wire.settled(wire.upload(document, publisher))
                            .get("state")
                            .asString())
                    .isEqualTo("PUBLISHED");
        }
    }

    /** Waits until one message for every case has come; returns how many there are. */
    private static int awaitQuiet(RunningWire wire, Receiver receiver) {
        await().atMost(SOON).during(Duration.ofSeconds(2)).untilAsserted(() -> {
            int cases = wire.get("/api/catalog/v1/counts").get("cases").asInt();
            assertThat(cases).isPositive();
            assertThat(receiver.messages()).hasSize(cases);
        });
        return receiver.messages().size();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
