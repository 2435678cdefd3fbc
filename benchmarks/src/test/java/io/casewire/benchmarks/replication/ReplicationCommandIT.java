package io.casewire.benchmarks.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The whole bench in its smallest size: that it measures, not what. */
class ReplicationCommandIT {
    @Test
    void writesWhatItMeasuredAndAnswersAskForNoMoreWithTwiceTheCases(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path json = folder.resolve("figures.json");
        ReplicationOptions options = new ReplicationOptions();
        new CommandLine(options)
                .parseArgs(
                        "--cases", "4", "--regions", "5", "--seconds", "1", "--rate", "10", "--json", json.toString());
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ReplicationCommand.run(options, folder, out);
        JsonNode runs = WireJson.mapper().readTree(Files.readAllBytes(json)).path("runs");
        JsonNode derive = runs.path("replication derive").path("figures");
        assertThat(derive.path("secondHalf").path("program").asDouble()).isPositive();
        assertThat(derive.path("byHand").path("program").asDouble()).isPositive();
        assertThat(runs.path("replication steps")
                        .path("figures")
                        .path("latencyMillis")
                        .path("taken")
                        .asInt())
                .isEqualTo(10);
        JsonNode reads = runs.path("replication reads").path("figures");
        assertThat(reads.path("all")).hasSize(7).isEqualTo(reads.path("half"));
        assertThat(reads.path("all").path("/statistics").path("commands").asInt(-1))
                .isZero();
        assertThat(reads.path("all").path("/matrix?size=1").path("commands").asInt())
                .isPositive();
    }
}
