package io.casewire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReportTests {
    @TempDir
    private Path folder;

    @Test
    void aRunTakesThePlaceOfTheSamePartAndLeavesTheOthers() throws IOException {
        Path file = folder.resolve("runs.json");
        report(file, "replay", Figure.C5.reached(0.5), "catalogue", "--only", "replay");
        report(file, "search", Figure.C7.reached(1.2), "catalogue", "--json", "runs.json", "--only=search");
        report(file, "replay", Figure.C5.reached(0.9), "catalogue", "--json=runs.json", "--rounds", "2");

        JsonNode runs = WireJson.mapper().readTree(Files.readString(file)).path("runs");
        assertThat(runs.propertyNames()).containsExactly("catalogue replay", "catalogue search");
        JsonNode replay = runs.path("catalogue replay");
        assertThat(replay.path("command").asString()).isEqualTo("./casewire bench catalogue --rounds 2");
        assertThat(replay.path("ratios").path(Figure.C5.title()).path("value").asDouble())
                .isEqualTo(0.9);
        assertThat(replay.path("settings").path("size").asInt()).isEqualTo(7);
        assertThat(runs.path("catalogue search").path("command").asString())
                .isEqualTo("./casewire bench catalogue --only=search");
    }

    private static void report(Path file, String part, Map.Entry<String, Goal> reached, String name, String... words)
            throws IOException {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Report report = new Report(Bench.called(name, words), Map.of("size", 7), Optional.of(file), out);
        report.add(part, Map.of(), Map.ofEntries(reached));
        report.end();
    }
}
