package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.report.BenchOptions;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What {@code casewire faults} is asked. */
@Command(
        name = "casewire faults",
        description = {
            "Makes things go wrong and holds what happens to what was promised: every event that was sent, acknowledged and observed is kept by its id.",
            "Ends with 1 where a promise was broken. docs/reliability.md lists all faults with the tests that prove the others.",
            "A file that --json names keeps what it has of other faults."
        },
        sortOptions = false)
final class FaultsOptions extends BenchOptions {
    /** Those that can be run here. */
    static final List<Fault> RUNNABLE =
            List.of(Fault.F1, Fault.F3, Fault.F5, Fault.F6, Fault.F7, Fault.F23, Fault.F27, Fault.F30, Fault.CLUSTER);

    private static final int MIN_EVENTS = 40;
    private static final int MAX_EVENTS = 1_000_000;

    private int events;
    private int kills;
    private int away;
    private int minutes;

    @Parameters(
            paramLabel = "FAULT",
            arity = "0..*",
            description = "F1, F3, F5, F6, F7, F23, F27, F30, cluster; all of them unless said otherwise")
    private List<String> names = List.of();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "400",
            description =
                    "cases that are published, one in ten a second revision; five times as many for F1; documents for F27 and cluster (${DEFAULT-VALUE})")
    void setEvents(int number) {
        events = checked("--events", number, MIN_EVENTS, MAX_EVENTS);
    }

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "5",
            description = "how often F3 kills the catalogue and notify after a write (${DEFAULT-VALUE})")
    void setKills(int number) {
        kills = checked("--kills", number, 1, 1_000);
    }

    @Option(
            names = "--away",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long F7 takes the store away, and cluster a broker (${DEFAULT-VALUE})")
    void setAway(int seconds) {
        away = checked("--away", seconds, 1, 3_600);
    }

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "how long F30 goes on (${DEFAULT-VALUE})")
    void setMinutes(int number) {
        minutes = checked("--minutes", number, 1, 10_000);
    }

    /**
     * Those that are asked for. Looked up after all arguments are read, so that the value of an option that is none is not taken for one.
     *
     * @throws ParameterException where one is none, or is not run here
     */
    List<Fault> faults() {
        return names.isEmpty() ? RUNNABLE : names.stream().map(this::runnable).toList();
    }

    private Fault runnable(String name) {
        Fault fault = Fault.named(name).orElseThrow(() -> wrong("there is no fault " + name));
        if (!RUNNABLE.contains(fault)) {
            throw wrong(fault.shown() + " is not run here: " + proved(fault));
        }
        return fault;
    }

    int events() {
        return events;
    }

    int kills() {
        return kills;
    }

    Duration away() {
        return Duration.ofSeconds(away);
    }

    Duration lasts() {
        return Duration.ofMinutes(minutes);
    }

    private static String proved(Fault fault) {
        return fault.tests().isEmpty() ? "it is not proved" : "see " + String.join(", ", fault.tests());
    }
}
