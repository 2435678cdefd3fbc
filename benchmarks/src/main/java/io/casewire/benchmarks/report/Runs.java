package io.casewire.benchmarks.report;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A file with the last run of every part of every bench. */
final class Runs {
    private Runs() {}

    /**
     * Writes these beside what the file has of other parts.
     *
     * @param runs by bench and part, {@code catalogue search}
     */
    static void write(Path file, Map<String, ?> runs) throws IOException {
        Map<String, Object> all = new TreeMap<>();
        if (Files.exists(file)) {
            WireJson.mapper()
                    .readTree(Files.readString(file))
                    .path("runs")
                    .propertyStream()
                    .forEach(run -> all.put(run.getKey(), run.getValue()));
        }
        all.putAll(runs);
        Files.writeString(
                file,
                WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("runs", all)) + "\n");
    }
}
