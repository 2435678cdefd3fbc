package io.casewire.cli;

import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.Servers;
import io.casewire.cli.connect.WrongUse;
import io.casewire.cli.deployment.DeploymentFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** {@code casewire VERB}: reads the command line and hands it to the verb's class. */
@Command(
        name = "casewire",
        description = "The wire service for reform cases of China's pilot free trade zones.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Environment: CASEWIRE_JAVA_OPTS, more options for the JVM; CASEWIRE_AOT=off, no start cache is made after a",
            "build (it halves the time to start) or used. Exit status: 0 done or in order, 1 not done or something is",
            "wrong, 2 not understood."
        })
public final class Casewire {
    private static final String LOGGING = "logback.configurationFile";
    private static final int WIDTH = 110;
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int WRONG_USE = 2;

    private final PrintStream out;
    private final PrintStream err;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this text.")
    @SuppressWarnings("unused") // picocli answers
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version of this build.")
    @SuppressWarnings("unused") // picocli answers
    private boolean version;

    private Casewire(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        // whatever the locale says of the terminal: names and titles are Chinese
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        if (Verbs.logsToTheTerminal(arguments) && System.getProperty(LOGGING) == null) {
            // not at the place where Logback looks by itself: this jar may lie beside those of the services
            System.setProperty(LOGGING, "io/casewire/cli/logback.xml");
        }
        int status = run(out, err, arguments);
        // a broker's threads would keep the JVM
        System.exit(status);
    }

    /**
     * Runs one command line.
     *
     * @return the exit status: 0 done or in order, 1 not done or something is wrong, 2 not understood; a verb may have more
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("help")) {
            String[] asked = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
            asked[asked.length - 1] = "--help";
            return run(out, err, asked);
        }
        return new Casewire(out, err).commandLine(arguments).execute(arguments);
    }

    private CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(this);
        Verbs.wanted(arguments).forEach(verb -> line.addSubcommand(verb, Verbs.command(verb, out, err)));
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setStopAtPositional(Verbs.takesACommand(arguments))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((problem, _) -> refused(problem))
                .setExecutionExceptionHandler((problem, command, _) -> notDone(problem, command));
    }

    private int execute(ParseResult result) {
        if (!result.hasSubcommand() && !result.isUsageHelpRequested() && !result.isVersionHelpRequested()) {
            result.commandSpec().commandLine().usage(out);
            return DONE;
        }
        // a deployment's folder answers these itself
        @Nullable Path data = dataFolder(result);
        if (data != null && Verbs.isAnsweredByFolder(result.originalArgs()) && DeploymentFolder.isAt(data)) {
            return new DeploymentFolder(data).run(without("--data", result.originalArgs()), err);
        }
        return new CommandLine.RunLast().execute(result);
    }

    /** As given before or after the verbs; null where it is not, or where a help is asked for. */
    private static @Nullable Path dataFolder(ParseResult result) {
        @Nullable Path data = null;
        for (ParseResult each = result; each != null; each = each.hasSubcommand() ? each.subcommand() : null) {
            if (each.isUsageHelpRequested()) {
                return null;
            }
            data = each.matchedOptionValue("--data", data);
        }
        return data;
    }

    private static List<String> without(String option, List<String> arguments) {
        int at = arguments.indexOf(option);
        List<String> rest = new ArrayList<>(arguments);
        if (at >= 0) {
            rest.subList(at, at + 2).clear();
        }
        rest.removeIf(argument -> argument.startsWith(option + "="));
        return rest;
    }

    private int refused(ParameterException problem) {
        return tell(problem.getCommandLine(), Mistake.in(problem), WRONG_USE);
    }

    private int notDone(Exception problem, CommandLine command) throws Exception {
        return switch (problem) {
            case WrongUse wrong -> tell(command, sentence(wrong), WRONG_USE);
            case Refused refusal -> tell(command, sentence(refusal), NOT_DONE);
            case IOException failure -> tell(command, failure.toString(), NOT_DONE);
            default -> {
                if (Servers.refused(problem)) {
                    yield tell(command, sentence(problem), NOT_DONE);
                }
                throw problem;
            }
        };
    }

    private int tell(CommandLine command, String sentence, int status) {
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + sentence);
        if (status == WRONG_USE) {
            err.println("See " + name + " --help.");
        }
        return status;
    }

    private static String sentence(Exception problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
