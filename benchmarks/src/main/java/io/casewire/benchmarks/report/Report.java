package io.casewire.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was measured, with its goals, the settings and the machine: printed, and written as JSON where that is asked for. */
public final class Report {
    private final Bench bench;
    private final Map<String, Object> settings;
    private final Optional<Path> json;
    private final PrintStream out;
    private final double loadBefore = Machine.load();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new LinkedHashMap<>();
    private Instant begun = Instant.now();
    private double load = loadBefore;

    /**
     * Begins now.
     *
     * @param settings what was asked for, for the JSON
     * @param json file to write, beside what it has of other parts; empty for none
     */
    public Report(Bench bench, Map<String, Object> settings, Optional<Path> json, PrintStream out) {
        this.bench = bench;
        this.settings = settings;
        this.json = json;
        this.out = out;
    }

    /**
     * One part, as it is written.
     *
     * @param command to have the same measured again
     */
    private record Run(
            String command,
            Instant begun,
            Instant ended,
            Machine machine,
            Map<String, Object> settings,
            Map<String, Object> figures,
            Map<String, Object> ratios) {}

    /**
     * Adds what was measured since the part before.
     *
     * @param part its name
     * @param figures for the JSON
     * @param reached ratios by name
     */
    public void add(String part, Map<String, Object> figures, Map<String, Goal> reached) {
        Map<String, Object> ratios = new LinkedHashMap<>();
        reached.forEach((name, goal) -> ratios.put(name, told(goal)));
        Instant ended = Instant.now();
        runs.put(
                bench.name() + " " + part,
                new Run(bench.command(), begun, ended, Machine.since(load), settings, figures, ratios));
        begun = ended;
        load = Machine.load();
        goals.putAll(reached);
    }

    /** Prints the goals and writes the file. */
    public void end() throws IOException {
        out.println();
        goals.forEach((name, goal) -> out.println(line(name, goal)));
        Machine machine = Machine.since(loadBefore);
        out.printf(
                "%nLoad of the machine: %.1f before, %.1f after, on %d processors.%n",
                machine.loadBefore(), machine.loadAfter(), machine.processors());
        if (machine.wasBusy()) {
            out.printf(
                    "The machine was busy before it began (load %.1f on %d processors): do not trust these times.%n",
                    machine.loadBefore(), machine.processors());
        }
        if (json.isPresent()) {
            Runs.write(json.get(), runs);
            out.println("Written to " + json.get());
        }
    }

    private static String line(String name, Goal goal) {
        String line = "%-40s %6.2f   goal at %s %.2f: %s"
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
}
