package io.casewire.benchmarks.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code docs/performance.md}: every figure with its goal and the last run kept, or why there is none. */
final class PerformancePage {
    private PerformancePage() {}

    /** @param runs as {@code casewire bench --json} writes them */
    static String of(JsonNode runs) {
        StringBuilder page = new StringBuilder("""
                # Performance

                How fast it should be beside what one would otherwise use, and what was measured. Made of `performance.json` and the list in
                `io.casewire.benchmarks.report.Figure`; a test compares this page with them. Each figure is a ratio of medians of one run, ours and the baseline in turn on the same machine, unless it names a unit;
                the floor is what a shared machine must not fall behind. The load is the one before and after, and the processors: above a quarter a processor before the run, other programs distort the times. Sizes are
                those of the run, often smaller than the full ones, which are the defaults of each bench.

                A run that is to be kept goes to `./casewire bench NAME --json docs/performance.json`, which leaves what the file has of other parts, then
                `mvn -pl benchmarks test -Dtest=PerformancePageTests -Dtest.jvm.args=-Dcasewire.golden.write=true`.

                | | measured | beside | goal | CI floor | figure | load, processors | command and sizes | date | not measured of it |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        for (Figure figure : Figure.values()) {
            page.append("| **%s** | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            figure.number(),
                            figure.measure(),
                            figure.baseline(),
                            limit(figure.limit(), figure.limit().goal()),
                            limit(figure.limit(), figure.limit().floor()),
                            last(figure, runs).map(run -> ran(figure, run)).orElseGet(() -> notMeasured(figure))));
        }
        return page.toString();
    }

    private static Optional<JsonNode> last(Figure figure, JsonNode runs) {
        return runs.path("runs")
                .valueStream()
                .filter(run -> run.path("ratios").has(figure.title()))
                .max(Comparator.comparing(run -> run.path("ended").asString()));
    }

    private static String ran(Figure figure, JsonNode run) {
        JsonNode machine = run.path("machine");
        Goal goal = figure.limit()
                .reached(run.path("ratios").path(figure.title()).path("value").asDouble());
        return "%s: %s | %s, %s; %d | `%s`%s | %.10s | %s"
                .formatted(
                        number(goal.value()),
                        said(goal),
                        number(machine.path("loadBefore").asDouble()),
                        number(machine.path("loadAfter").asDouble()),
                        machine.path("processors").asInt(),
                        run.path("command").asString(),
                        sizes(run.path("settings")),
                        run.path("ended").asString(),
                        figure.gap());
    }

    private static String said(Goal goal) {
        if (goal.isMet()) {
            return "met";
        }
        if (goal.floor() == null) {
            return "missed";
        }
        return goal.isAboveFloor() ? "missed, above the floor" : "missed, behind the floor";
    }

    private static String notMeasured(Figure figure) {
        String why = figure.bench().isEmpty() ? figure.gap() : "no run is kept yet";
        String command = figure.bench().isEmpty() ? "–" : "`./casewire bench " + figure.bench() + "`";
        return "not measured: %s | – | %s | – | %s"
                .formatted(why, command, figure.bench().isEmpty() ? "all" : figure.gap());
    }

    private static String sizes(JsonNode settings) {
        return settings.propertyStream()
                .map(setting -> setting.getKey() + " " + setting.getValue().toString())
                .collect(Collectors.joining(", ", ", with ", ""));
    }

    private static String limit(Limit limit, @Nullable Double value) {
        return value == null ? "–" : (limit.atLeast() ? "≥ " : "≤ ") + number(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
