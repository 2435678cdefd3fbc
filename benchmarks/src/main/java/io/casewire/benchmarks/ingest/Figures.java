package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.Goal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What two builds needed, and how they compare. */
final class Figures {
    private final IngestOptions options;
    private final Map<Build, List<Round>> rounds = new LinkedHashMap<>();
    private final Build baseline;
    private final Build today;

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

    Map<String, Goal> goals() {
        Map<String, Goal> goals = new LinkedHashMap<>();
        goals.put("processorTime", Goal.atMost(ratio(Round::millis), 0.3));
        goals.put("growth", Goal.atMost(Round.median(rounds(today), Round::growth), 1.1));
        goals.put("residentMemory", Goal.atMost(ratio(Round::residentMegabytes), 0.75));
        goals.put("startToReady", Goal.atMost(ratio(Round::startSeconds), 0.6));
        return goals;
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
        row(out, "resident memory, same load, MB", Round::residentMegabytes, "%12.0f");
        row(out, "  at the end", Round::residentAtEnd, "%12.0f");
        row(out, "process start to ready, s", Round::startSeconds, "%12.2f");
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        rounds.forEach((build, all) -> json.put(build.name(), described(build, all)));
        return json;
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
                        "residentAtEnd", Round.median(all, Round::residentAtEnd),
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
}
