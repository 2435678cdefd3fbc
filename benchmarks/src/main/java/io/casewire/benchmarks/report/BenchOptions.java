package io.casewire.benchmarks.report;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every bench can be asked, and how its own options refuse what they cannot take. The name of the command is that of the subclass. */
public abstract class BenchOptions {
    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    @SuppressWarnings("unused") // picocli answers
    private boolean isHelpWanted;

    @Option(names = "--json", paramLabel = "FILE", description = "write the results there")
    private @Nullable Path json;

    /** For subclasses, which picocli fills. */
    protected BenchOptions() {}

    /** The file to write results to; empty for none. */
    public final Optional<Path> json() {
        return Optional.ofNullable(json);
    }

    /**
     * A number of an option.
     *
     * @param option as it is typed
     * @return the number
     * @throws ParameterException where it is below {@code least} or above {@code most}
     */
    protected final int checked(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw wrong("%s needs a number from %d to %d, not %d".formatted(option, least, most, number));
        }
        return number;
    }

    /** What to throw where an argument cannot be taken. */
    protected final ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
