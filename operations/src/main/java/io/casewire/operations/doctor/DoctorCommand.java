package io.casewire.operations.doctor;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.Refused;
import io.casewire.operations.doctor.Finding.Grade;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** {@code doctor}: looks at broker, store and folder of a deployment, whichever it is told of. */
public final class DoctorCommand {
    public static final String USAGE = "doctor [--folder DIR] [--free ADDRESS:PORT] [--servers]";

    private DoctorCommand() {}

    /** Exits with 1 where something does not work. */
    public static int run(List<String> command, PrintStream out) {
        Set<String> valued = new HashSet<>(Deployment.OPTIONS);
        valued.add("--folder");
        valued.add("--free");
        Arguments arguments = Arguments.parse(command, valued, Set.of("--servers"));
        arguments.requirePlain(0, USAGE);
        List<Finding> findings = new ArrayList<>();
        arguments.value("--folder").ifPresent(folder -> findings.addAll(folder(Path.of(folder))));
        arguments.value("--free").ifPresent(address -> findings.add(PortCheck.of(address)));
        if (arguments.has("--servers") || findings.isEmpty()) {
            Deployment deployment = Deployment.of(arguments, System.getenv());
            findings.addAll(broker(deployment));
            findings.addAll(store(deployment));
        }
        findings.forEach(out::println);
        return findings.stream().anyMatch(finding -> finding.grade() == Grade.FAIL) ? 1 : 0;
    }

    private static List<Finding> folder(Path folder) {
        try {
            return FolderChecks.of(folder);
        } catch (IOException e) {
            return List.of(Finding.fail("folder", "cannot be looked at: " + e));
        }
    }

    private static List<Finding> broker(Deployment deployment) {
        try (Admin admin = deployment.admin()) {
            return new BrokerChecks(admin).all();
        } catch (Refused | KafkaException e) {
            return List.of(Finding.fail("kafka", e.getMessage() + "; is it running, and is this its address?"));
        }
    }

    private static List<Finding> store(Deployment deployment) {
        try (MongoClient client = deployment.store()) {
            return new StoreChecks(client).all();
        } catch (MongoException e) {
            return List.of(Finding.fail("store", "does not answer: " + e.getMessage()));
        }
    }
}
