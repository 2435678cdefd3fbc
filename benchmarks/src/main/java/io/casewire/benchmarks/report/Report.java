package io.casewire.benchmarks.report;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, with its goals, the settings and the machine: printed, and written as JSON where that is asked for. */
public final class Report {
    /** More than this a processor and other programs distort the times. */
    private static final double BUSY = 0.25;

    private final Map<String, Object> settings;
    private final Optional<Path> json;
    private final PrintStream out;
    private final Instant begun = Instant.now();
    private final double loadBefore = load();
    private final Map<String, Object> parts = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new LinkedHashMap<>();

    /**
     * Begins now.
     *
     * @param settings what was asked for, for the JSON
     * @param json file to write; empty for none
     */
    public Report(Map<String, Object> settings, Optional<Path> json, PrintStream out) {
        this.settings = settings;
        this.json = json;
        this.out = out;
    }

    /**
     * Adds what was measured.
     *
     * @param part its name
     * @param figures for the JSON
     * @param reached ratios by name
     */
    public void add(String part, Map<String, Object> figures, Map<String, Goal> reached) {
        parts.put(part, figures);
        goals.putAll(reached);
    }

    /** Prints the goals and writes the file. */
    public void end() throws IOException {
        out.println();
        goals.forEach((name, goal) -> out.println(line(name, goal)));
        out.printf(
                "%nLoad of the machine: %.1f before, %.1f after, on %d processors.%n",
                loadBefore, load(), processors());
        if (loadBefore > BUSY * processors()) {
            out.printf(
                    "The machine was busy before it began (load %.1f on %d processors): do not trust these times.%n",
                    loadBefore, processors());
        }
        if (json.isPresent()) {
            write(json.get());
            out.println("Written to " + json.get());
        }
    }

    private void write(Path file) throws IOException {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("begun", begun.toString());
        written.put("ended", Instant.now().toString());
        written.put(
                "machine",
                Map.of(
                        "processors", processors(),
                        "loadBefore", loadBefore,
                        "loadAfter", load(),
                        "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        "jvm", Runtime.version().toString()));
        written.put("settings", settings);
        written.putAll(parts);
        Map<String, Object> ratios = new LinkedHashMap<>();
        goals.forEach((name, goal) -> ratios.put(name, told(goal)));
        written.put("ratios", ratios);
        JsonMapper mapper = WireJson.mapper();
        Files.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(written));
    }

    private static String line(String name, Goal goal) {
        String line = "%-28s %6.2f   goal at %s %.2f: %s"
                .formatted(
                        name,
                        goal.value(),
                        goal.atLeast() ? "least" : "most",
                        goal.limit(),
                        goal.isMet() ? "met" : "not met");
        return goal.floor() == null
                ? line
                : line + "; CI floor %.2f: %s".formatted(goal.floor(), goal.isAboveFloor() ? "held" : "not held");
    }

    private static Map<String, Object> told(Goal goal) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("value", goal.value());
        told.put("goal", goal.limit());
        told.put("atLeast", goal.atLeast());
        told.put("met", goal.isMet());
        if (goal.floor() != null) {
            told.put("floor", goal.floor());
            told.put("aboveFloor", goal.isAboveFloor());
        }
        return told;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
