package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Killed in the middle of an ingest, an instance ends with the same catalogue as one left in peace. */
class KillIT {
    private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int KILLS = 2;

    @TempDir
    private Path folder;

    @Test
    void aKillInTheMiddleOfAnIngestChangesNothing() throws IOException, InterruptedException {
        Map<String, String> undisturbed;
        try (RunningWire wire = RunningWire.on(folder.resolve("peace"))) {
            String token = wire.token("--role", "publisher", "--subject", "test publisher");
            for (Path sample : samples()) {
                wire.settled(wire.upload(sample, token));
            }
            undisturbed = catalogue(wire, -1);
        }
        assertThat(undisturbed).isNotEmpty();

        Random random = new Random(42);
        Path data = folder.resolve("killed");
        for (int kill = 0; kill < KILLS; kill++) {
            RunningWire wire = RunningWire.on(data);
            String token = wire.token("--role", "publisher", "--subject", "test publisher");
            for (Path sample : samples()) {
                wire.upload(sample, token);
            }
            wire.killAfter(Duration.ofMillis(random.nextInt(1500)));
        }

        try (RunningWire wire = RunningWire.on(data)) {
            List<JsonNode> accepted = new ArrayList<>();
            wire.get("/api/ingest/v1/documents").get("items").forEach(accepted::add);
            assertThat(accepted).hasSize(samples().size());
            for (JsonNode document : accepted) {
                assertThat(wire.settled(document.get("id").asString())
                                .get("state")
                                .asString())
                        .isEqualTo("PUBLISHED");
            }
            assertThat(catalogue(wire, undisturbed.size())).isEqualTo(undisturbed);
        }
    }

    /** Case id to its record and revision, once as many are there as expected and no more come. */
    private static Map<String, String> catalogue(RunningWire wire, int expected) {
        int cases = expected >= 0
                ? expected
                : await().atMost(SOON)
                        .during(Duration.ofSeconds(3))
                        .until(
                                () -> wire.get("/api/catalog/v1/counts")
                                        .get("cases")
                                        .asInt(),
                                count -> count > 0);
        return await().atMost(SOON).until(() -> read(wire), found -> found.size() >= cases);
    }

    private static Map<String, String> read(RunningWire wire) throws IOException, InterruptedException {
        Map<String, String> cases = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = wire.get("/api/catalog/v1/cases?size=100" + cursor);
            for (JsonNode item : page.get("items")) {
                String id = item.has("id")
                        ? item.get("id").asString()
                        : item.get("case").get("id").asString();
                JsonNode whole = wire.get("/api/catalog/v1/cases/" + id);
                cases.put(id, whole.get("revision") + " " + whole.get("case"));
            }
            JsonNode next = page.get("next");
            cursor = next == null || next.isNull() ? "" : "&cursor=" + RunningWire.encoded(next.asString());
        } while (!cursor.isEmpty());
        return cases;
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
