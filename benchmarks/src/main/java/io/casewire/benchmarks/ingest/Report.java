package io.casewire.benchmarks.ingest;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, with its goals, the settings and the machine: printed, and written as JSON where that is asked for. */
final class Report {
    /** More than this a processor and other programs distort the times. */
    private static final double BUSY = 0.25;

    private final IngestOptions options;
    private final PrintStream out;
    private final Instant begun = Instant.now();
    private final double loadBefore = load();
    private final Map<String, Object> parts = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new LinkedHashMap<>();

    Report(IngestOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Adds what was measured.
     *
     * @param part its name
     * @param figures for the JSON
     * @param reached ratios by name
     */
    void add(String part, Map<String, Object> figures, Map<String, Goal> reached) {
        parts.put(part, figures);
        goals.putAll(reached);
    }

    /** Prints the goals and writes the file. */
    void end() throws IOException {
        out.println();
        goals.forEach((name, goal) -> out.printf(
                "%-20s %6.2f   goal at %s %.2f: %s%n",
                name, goal.value(), goal.atLeast() ? "least" : "most", goal.limit(), goal.isMet() ? "met" : "not met"));
        if (loadBefore > BUSY * processors()) {
            out.printf(
                    "%nThe machine was busy before it began (load %.1f on %d processors): do not trust these times.%n",
                    loadBefore, processors());
        }
        if (options.json().isPresent()) {
            write(options.json().get());
            out.println("Written to " + options.json().get());
        }
    }

    private void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("begun", begun.toString());
        json.put("ended", Instant.now().toString());
        json.put(
                "machine",
                Map.of(
                        "processors", processors(),
                        "loadBefore", loadBefore,
                        "loadAfter", load(),
                        "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        "jvm", Runtime.version().toString()));
        json.put(
                "settings",
                Map.of(
                        "warm", options.warm(),
                        "documents", options.documents(),
                        "baselineDocuments", options.baselineDocuments(),
                        "formatDocuments", options.formatDocuments(),
                        "kilobytes", options.kilobytes(),
                        "connections", IngestOptions.CONNECTIONS,
                        "rounds", options.rounds()));
        json.putAll(parts);
        Map<String, Object> ratios = new LinkedHashMap<>();
        goals.forEach((name, goal) -> ratios.put(
                name,
                Map.of(
                        "value", goal.value(),
                        "goal", goal.limit(),
                        "atLeast", goal.atLeast(),
                        "met", goal.isMet())));
        json.put("ratios", ratios);
        JsonMapper mapper = WireJson.mapper();
        Files.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
