package io.casewire.cli.doctor;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.DeploymentOptions;
import io.casewire.cli.connect.Logging;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.RunningInstance;
import io.casewire.cli.deployment.DeploymentFolder;
import io.casewire.cli.doctor.Finding.Grade;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casewire doctor}: looks at the machine and its instance, or at a deployment, and says what to fix. */
@Command(
        name = "doctor",
        description = {
            "Check this machine and the running instance, or the deployment in a folder; say what to fix.",
            "Exit status 1: something does not work."
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private DeploymentOptions options = new DeploymentOptions();

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "Of a deployment.")
    private @Nullable Path deployment;

    // what the command of a deployment's folder, which has a shell and the engine but no JDK, lets containers look at
    @Option(names = "--folder", paramLabel = "DIR", hidden = true)
    private @Nullable Path folder;

    @Option(names = "--inbox", paramLabel = "DIR", hidden = true)
    private @Nullable Path inbox;

    @Option(names = "--free", paramLabel = "ADDRESS:PORT", hidden = true)
    private @Nullable String address;

    @Option(names = "--servers", hidden = true)
    private boolean servers;

    public DoctorCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (deployment != null) {
            if (!DeploymentFolder.isAt(deployment)) {
                throw new Refused(deployment + " holds no deployment: casewire init makes one");
            }
            return new DeploymentFolder(deployment).run(List.of("doctor"), err);
        }
        List<Finding> findings = new ArrayList<>();
        if (folder != null) {
            findings.addAll(folder(folder));
        }
        if (inbox != null) {
            findings.add(InboxCheck.of(inbox));
        }
        if (address != null) {
            findings.add(PortCheck.of(address));
        }
        if (servers || options.isElsewhere()) {
            findings.addAll(servers(options.deployment()));
        }
        boolean asked = folder != null || inbox != null || address != null || servers || options.isElsewhere();
        if (!asked) {
            findings.addAll(new MachineChecks(options.data()).all());
            Logging.errorsOnly();
            Optional<Deployment> running = RunningInstance.in(options.data());
            if (running.isPresent()) {
                findings.addAll(servers(running.get().within(ANSWERS_WITHIN)));
                findings.addAll(InstanceChecks.of(options.data()));
            }
        }
        findings.forEach(out::println);
        boolean wrong = findings.stream().anyMatch(finding -> finding.grade() == Grade.FAIL);
        if (!asked) {
            out.println(wrong ? "See the lines with FAIL." : "All is well.");
        }
        return wrong ? 1 : 0;
    }

    private static List<Finding> folder(Path folder) {
        try {
            return FolderChecks.of(folder);
        } catch (IOException e) {
            return List.of(Finding.fail("folder", "cannot be looked at: " + e));
        }
    }

    private static List<Finding> servers(Deployment deployment) {
        List<Finding> findings = new ArrayList<>();
        try (Admin admin = deployment.admin()) {
            findings.addAll(new BrokerChecks(admin, deployment.isOneMachine()).all());
        } catch (Refused | KafkaException e) {
            findings.add(Finding.fail("kafka", e.getMessage() + "; is it running, and is this its address?"));
        }
        try (MongoClient client = deployment.store()) {
            findings.addAll(new StoreChecks(client).all());
        } catch (MongoException e) {
            findings.add(Finding.fail("store", "does not answer: " + e.getMessage()));
        }
        return findings;
    }
}
