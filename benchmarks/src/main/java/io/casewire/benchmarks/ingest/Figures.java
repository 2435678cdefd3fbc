package io.casewire.benchmarks.ingest;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, and how the two builds compare. */
final class Figures {
    /** More than this a processor and other programs distort the times. */
    private static final double BUSY = 0.25;

    private final IngestOptions options;
    private final Map<Build, List<Round>> rounds = new LinkedHashMap<>();
    private final Build baseline;
    private final Build today;
    private final Instant begun = Instant.now();
    private final double loadBefore = load();

    Figures(IngestOptions options, Build baseline, Build today) {
        this.options = options;
        this.baseline = baseline;
        this.today = today;
        rounds.put(baseline, new ArrayList<>());
        rounds.put(today, new ArrayList<>());
    }

    void add(Build build, Round round) {
        rounds(build).add(round);
    }

    /** A ratio of medians and the most it should be. */
    record Ratio(double value, double goal) {
        boolean isMet() {
            return value <= goal;
        }
    }

    Map<String, Ratio> ratios() {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        ratios.put("processorTime", new Ratio(ratio(Round::millis), 0.3));
        ratios.put("growth", new Ratio(Round.median(rounds(today), Round::growth), 1.1));
        ratios.put("residentMemory", new Ratio(ratio(Round::residentMegabytes), 0.75));
        ratios.put("startToReady", new Ratio(ratio(Round::startSeconds), 0.6));
        return ratios;
    }

    void print(PrintStream out) {
        out.printf(
                "%nMedians of %d rounds, %d documents (baseline: %d) of %d KB after %d to warm up, %d connections:%n",
                options.rounds(),
                options.documents(),
                options.baselineDocuments(),
                options.kilobytes(),
                options.warm(),
                IngestOptions.CONNECTIONS);
        out.printf("%-34s %12s %12s%n", "", baseline.name(), today.name());
        row(out, "processor time, ms/document", Round::millis, "%12.1f");
        row(out, "  of the first half", Round::firstMillis, "%12.1f");
        row(out, "  of the second half", Round::secondMillis, "%12.1f");
        row(out, "  second half / first half", Round::growth, "%12.2f");
        row(out, "resident memory at the end, MB", Round::residentMegabytes, "%12.0f");
        row(out, "process start to ready, s", Round::startSeconds, "%12.2f");
        out.println();
        ratios().forEach((name, ratio) -> out.printf(
                "%-16s %.2f   goal at most %.2f: %s%n",
                name, ratio.value(), ratio.goal(), ratio.isMet() ? "met" : "not met"));
        if (loadBefore > BUSY * processors()) {
            out.printf(
                    "%nThe machine was busy before it began (load %.1f on %d processors): do not trust these times.%n",
                    loadBefore, processors());
        }
    }

    void writeTo(Path file) throws IOException {
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
                        "kilobytes", options.kilobytes(),
                        "connections", IngestOptions.CONNECTIONS,
                        "rounds", options.rounds()));
        rounds.forEach((build, all) -> json.put(build.name(), described(build, all)));
        Map<String, Object> ratios = new LinkedHashMap<>();
        ratios().forEach((name, ratio) ->
                ratios.put(name, Map.of("value", ratio.value(), "goal", ratio.goal(), "met", ratio.isMet())));
        json.put("ratios", ratios);
        JsonMapper mapper = WireJson.mapper();
        Files.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private static Map<String, Object> described(Build build, List<Round> all) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("commit", build.commit());
        described.put("rounds", all);
        described.put(
                "medians",
                Map.of(
                        "millis", Round.median(all, Round::millis),
                        "firstMillis", Round.median(all, Round::firstMillis),
                        "secondMillis", Round.median(all, Round::secondMillis),
                        "growth", Round.median(all, Round::growth),
                        "residentMegabytes", Round.median(all, Round::residentMegabytes),
                        "startSeconds", Round.median(all, Round::startSeconds)));
        return described;
    }

    private void row(PrintStream out, String name, ToDoubleFunction<Round> figure, String format) {
        out.printf(
                "%-34s " + format + " " + format + "%n",
                name,
                Round.median(rounds(baseline), figure),
                Round.median(rounds(today), figure));
    }

    private double ratio(ToDoubleFunction<Round> figure) {
        return Round.median(rounds(today), figure) / Round.median(rounds(baseline), figure);
    }

    private List<Round> rounds(Build build) {
        return rounds.computeIfAbsent(build, _ -> new ArrayList<>());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
