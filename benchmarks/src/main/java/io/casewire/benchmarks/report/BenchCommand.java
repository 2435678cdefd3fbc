package io.casewire.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What every bench with options does around its measuring: arguments, help, a folder to write in, and how it ends. */
public final class BenchCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private BenchCommand() {}

    /** The measuring. */
    @FunctionalInterface
    public interface Measuring {
        /**
         * Measures.
         *
         * @param scratch folder for everything that is written; it is deleted in the end
         * @throws NotMeasured where it cannot be
         */
        void run(Path scratch, PrintStream out) throws IOException, InterruptedException;
    }

    /**
     * Runs a bench, or ends the process with 1 where it was not measured and with 2 where it was called wrongly; both are said after
     * the name of the options' command.
     *
     * @param options that picocli fills
     */
    public static void main(BenchOptions options, Measuring measuring, String... arguments)
            throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(options, measuring, out, err, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** What the process is to end with. */
    static int run(BenchOptions options, Measuring measuring, PrintStream out, PrintStream err, String... arguments)
            throws IOException, InterruptedException {
        CommandLine line = new CommandLine(options).setUsageHelpLongOptionsMaxWidth(24);
        String name = line.getCommandName();
        try {
            line.parseArgs(arguments);
            if (line.isUsageHelpRequested()) {
                line.usage(out);
                return 0;
            }
            measure(measuring, out);
            return 0;
        } catch (ParameterException e) {
            err.println(name + ": " + e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
            return WRONG_USE;
        } catch (NotMeasured e) {
            err.println(name + ": " + e.getMessage());
            return FAILED;
        }
    }

    private static void measure(Measuring measuring, PrintStream out) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("casewire-bench-");
        try {
            measuring.run(scratch, out);
        } finally {
            Folders.delete(scratch);
        }
    }
}
