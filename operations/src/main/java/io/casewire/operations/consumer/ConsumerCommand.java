package io.casewire.operations.consumer;

import io.casewire.operations.access.ServicePrincipal;
import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.Refused;
import io.casewire.operations.connect.WrongUse;
import io.casewire.operations.external.ExternalAddress;
import io.casewire.operations.external.SuppliedCertificate;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/**
 * {@code consumer}: lets another system read the open topics and nothing else. Needs a super user. In a deployment the settings
 * of its listener for other systems come from the environment of the container this runs in.
 */
public final class ConsumerCommand {
    public static final String USAGE =
            "consumer add NAME [--folder DIR] [--password-file FILE] | consumer remove NAME | consumer list";

    private static final String OURS = "casewire-";
    private static final int LONGEST_NAME = 63;

    private ConsumerCommand() {}

    /** Exits with 0, as what cannot be done is told by an exception. */
    public static int run(List<String> command, PrintStream out) {
        Set<String> valued = new HashSet<>(Deployment.OPTIONS);
        valued.addAll(List.of("--password-file", "--folder", "--external", "--ca"));
        Arguments arguments = Arguments.parse(command, valued, Set.of());
        List<String> words = arguments.plain();
        Deployment deployment = Deployment.of(arguments, System.getenv());
        if (words.equals(List.of("list"))) {
            list(deployment, out);
        } else if (words.size() == 2 && words.getFirst().equals("add")) {
            add(deployment, name(words.getLast()), arguments, out);
        } else if (words.size() == 2 && words.getFirst().equals("remove")) {
            remove(deployment, name(words.getLast()), out);
        } else {
            throw new WrongUse(USAGE);
        }
        return 0;
    }

    private static void add(Deployment deployment, String name, Arguments arguments, PrintStream out) {
        Optional<Path> folder =
                arguments.value("--folder").map(parent -> Path.of(parent).resolve(name));
        Optional<ExternalAddress> address =
                setting(arguments, "--external", "CASEWIRE_EXTERNAL").map(ExternalAddress::parse);
        Path passwordFile = arguments
                .value("--password-file")
                .map(Path::of)
                .or(() -> folder.map(ClientFiles::passwordIn))
                .orElseThrow(() -> new WrongUse("say where its password is to be kept: --folder or --password-file"));
        Optional<String> authority = setting(arguments, "--ca", "CASEWIRE_EXTERNAL_CA")
                .map(Path::of)
                .filter(Files::exists)
                .map(SuppliedCertificate::authorities);
        try (Admin admin = deployment.admin()) {
            folder.ifPresent(ClientFiles::makeFolder);
            String password = Credentials.passwordOrNew(passwordFile);
            Credentials.set(admin, Map.of(name, password));
            Rights.settle(admin, name);
            if (folder.isPresent() && address.isPresent()) {
                new ClientFiles(folder.get(), name, address.get(), authority).write(password);
            }
        }
        out.printf("%1$s may read every open topic, in the group %1$s and those that begin with %1$s.%n", name);
        if (folder.isPresent() && address.isPresent()) {
            out.printf("""
                    What it needs is in %s, for its eyes only:
                      password%s
                      client.properties   for Java
                      librdkafka.conf     for kcat, Python, Go, C, .NET
                      kafkajs.json        for Node
                    """, folder.get(), authority.isPresent() ? "\n  ca.pem" : "");
        } else {
            out.printf("""
                    Its password is in %s. Its client's settings, at the listener for other systems:
                      security.protocol  SASL_SSL
                      sasl.mechanism     SCRAM-SHA-256
                      user name          %s
                    """, passwordFile, name);
        }
    }

    private static Optional<String> setting(Arguments arguments, String option, String variable) {
        return arguments
                .value(option)
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    private static void remove(Deployment deployment, String name, PrintStream out) {
        try (Admin admin = deployment.admin()) {
            if (!Credentials.users(admin).contains(name)) {
                throw new Refused("there is no consumer " + name);
            }
            // rights first: who is still connected loses them at once
            Rights.takeAll(admin, name);
            Credentials.remove(admin, name);
        }
        out.println(name + " may read nothing any more.");
    }

    private static void list(Deployment deployment, PrintStream out) {
        try (Admin admin = deployment.admin()) {
            for (String user : Credentials.users(admin).stream().sorted().toList()) {
                if (Rights.found(admin, user).equals(Rights.of(user))) {
                    out.println(user);
                }
            }
        }
    }

    // no dots, so that no consumer's groups begin with another's name and a dot
    private static String name(String name) {
        boolean fine = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
                && !name.startsWith(OURS)
                && !name.equals("admin")
                && ServicePrincipal.all().stream()
                        .noneMatch(service -> service.name().equals(name));
        if (!fine) {
            throw new WrongUse("a consumer's name is of a-z, 0-9 and hyphens, does not begin with " + OURS
                    + ", and is not that of a service");
        }
        return name;
    }
}
