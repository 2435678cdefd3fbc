package io.casewire.benchmarks.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code casewire faults} is asked. */
@Command(
        name = "casewire faults",
        description = {
            "Makes things go wrong and holds what happens to what was promised: every event that was sent, acknowledged and observed is kept by its id.",
            "Ends with 1 where a promise was broken. docs/reliability.md lists all faults with the tests that prove the others."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class FaultsOptions {
    /** Those that can be run here. */
    static final List<Fault> RUNNABLE = List.of(Fault.F1, Fault.F5, Fault.F6, Fault.F23);

    private static final int MIN_EVENTS = 40;
    private static final int MAX_EVENTS = 1_000_000;

    @Spec
    @Nullable
    private CommandSpec command;

    private final List<Fault> faults = new ArrayList<>();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write what happened there, beside what it has of other faults")
    @Nullable
    private Path json;

    private int events;

    @Parameters(
            paramLabel = "FAULT",
            arity = "0..*",
            description = "F1, F5, F6, F23; all of them unless said otherwise")
    void setFaults(List<String> names) {
        for (String name : names) {
            Fault fault = Fault.named(name).orElseThrow(() -> wrong("there is no fault " + name));
            if (!RUNNABLE.contains(fault)) {
                throw wrong(fault.shown() + " is not run here: " + proved(fault));
            }
            faults.add(fault);
        }
    }

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "400",
            description =
                    "cases that are published, one in ten a second revision; five times as many for F1 (${DEFAULT-VALUE})")
    void setEvents(int number) {
        if (number < MIN_EVENTS || number > MAX_EVENTS) {
            throw wrong("--events needs a number from %d to %d, not %d".formatted(MIN_EVENTS, MAX_EVENTS, number));
        }
        events = number;
    }

    List<Fault> faults() {
        return faults.isEmpty() ? RUNNABLE : List.copyOf(faults);
    }

    Optional<Path> json() {
        return Optional.ofNullable(json);
    }

    int events() {
        return events;
    }

    private static String proved(Fault fault) {
        return fault.tests().isEmpty() ? "it is not proved" : "see " + String.join(", ", fault.tests());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
