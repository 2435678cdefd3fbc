package io.casewire.cli;

import io.casewire.cli.backup.BackupCommand;
import io.casewire.cli.backup.RestoreCommand;
import io.casewire.cli.consumer.ConsumerCommand;
import io.casewire.cli.container.BrokerCommand;
import io.casewire.cli.container.ProbeCommand;
import io.casewire.cli.container.TrainCommand;
import io.casewire.cli.container.TrialStoreCommand;
import io.casewire.cli.continuity.ContinuityCommand;
import io.casewire.cli.deadletter.DeadLetterCommand;
import io.casewire.cli.deployment.InitCommand;
import io.casewire.cli.doctor.DoctorCommand;
import io.casewire.cli.document.ParseCommand;
import io.casewire.cli.external.CertificateCommand;
import io.casewire.cli.instance.DownCommand;
import io.casewire.cli.instance.IngestCommand;
import io.casewire.cli.instance.ReparseCommand;
import io.casewire.cli.instance.StatusCommand;
import io.casewire.cli.instance.UpCommand;
import io.casewire.cli.ledger.LedgerCommand;
import io.casewire.cli.setup.SetUpCommand;
import io.casewire.cli.tail.TailCommand;
import io.casewire.cli.tail.TopicsCommand;
import io.casewire.cli.token.LoginCommand;
import io.casewire.cli.token.TokenCommand;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The verbs in the order of the help. A verb's class is loaded only when it is asked for, so that {@code parse} starts without any server's
 * library, and the image, which has no services, does without the verbs of one JVM.
 */
final class Verbs {
    private static final List<String> OF_ONE_JVM = List.of("up", "down", "status", "ingest", "reparse");
    private static final List<String> OF_BOTH = List.of(
            "parse",
            "token",
            "login",
            "backup",
            "restore",
            "init",
            "consumer",
            "certificate",
            "continuity",
            "dead-letters",
            "ledger",
            "topics",
            "tail",
            "doctor");
    private static final List<String> OF_A_SOURCE_TREE = List.of("test", "bench", "faults");

    /** Hidden: only images call them. */
    private static final List<String> OF_IMAGES = List.of("broker", "trial-store", "setup", "train", "probe");

    private static final Set<String> ANSWERED_BY_FOLDER =
            Set.of("backup", "restore", "consumer", "continuity", "dead-letters", "topics", "tail", "doctor");
    private static final Set<String> WITHOUT_LOG = Set.of("up", "parse", "test", "bench", "faults");

    private Verbs() {}

    /** Those that this build has. */
    static List<String> all() {
        List<String> verbs = new ArrayList<>();
        if (Verbs.class.getResource("/io/casewire/standalone/Standalone.class") != null) {
            verbs.addAll(OF_ONE_JVM);
        }
        verbs.addAll(OF_BOTH);
        OF_A_SOURCE_TREE.stream().filter(ScriptCommand::isThere).forEach(verbs::add);
        verbs.addAll(OF_IMAGES);
        return verbs;
    }

    /** The one asked for; all of them where a help or a suggestion may need each. */
    static List<String> wanted(String... arguments) {
        String first = first(arguments);
        List<String> all = all();
        return all.contains(first) ? List.of(first) : all;
    }

    /** Whether a deployment's folder has the verb too, and knows better. */
    static boolean isAnsweredByFolder(List<String> arguments) {
        return !arguments.isEmpty() && ANSWERED_BY_FOLDER.contains(arguments.getFirst());
    }

    /** Whether what follows the first word that is no option is another program's command line. */
    static boolean takesACommand(String... arguments) {
        return first(arguments).equals("train");
    }

    /** The others have a log of their own or none. */
    static boolean logsToTheTerminal(String... arguments) {
        return !WITHOUT_LOG.contains(first(arguments));
    }

    static Object command(String verb, PrintStream out, PrintStream err) {
        return switch (verb) {
            case "up" -> new UpCommand(out);
            case "down" -> new DownCommand(out);
            case "status" -> new StatusCommand(out);
            case "ingest" -> new IngestCommand(out);
            case "reparse" -> new ReparseCommand(out);
            case "parse" -> new ParseCommand(out, err);
            case "token" -> new TokenCommand(out, err);
            case "login" -> new LoginCommand(out, err);
            case "backup" -> new BackupCommand(out);
            case "restore" -> new RestoreCommand(out);
            case "init" -> new InitCommand(Version.ofThisBuild(), out);
            case "consumer" -> new ConsumerCommand(out);
            case "certificate" -> new CertificateCommand(out);
            case "continuity" -> new ContinuityCommand(out);
            case "dead-letters" -> new DeadLetterCommand(out);
            case "ledger" -> new LedgerCommand(out);
            case "topics" -> new TopicsCommand(out, err);
            case "tail" -> new TailCommand(out);
            case "doctor" -> new DoctorCommand(out, err);
            case "broker" -> new BrokerCommand();
            case "trial-store" -> new TrialStoreCommand();
            case "setup" -> new SetUpCommand();
            case "train" -> new TrainCommand();
            case "probe" -> new ProbeCommand();
            case "test", "bench", "faults" -> ScriptCommand.of(verb);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static String first(String... arguments) {
        return arguments.length == 0 ? "" : arguments[0];
    }
}
