package io.casewire.cli.consumer;

import io.casewire.cli.access.ServicePrincipal;
import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.DeploymentOptions;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.cli.external.ExternalAddress;
import io.casewire.cli.external.SuppliedCertificate;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code casewire consumer}: lets another system read the open topics, with {@code --ledger} also what every region reported, and
 * nothing else. Needs a super user. In a deployment the settings of its listener for other systems come from the environment of the
 * container this runs in.
 */
@Command(name = "consumer", description = "Let other systems read the topics of a deployment.")
public final class ConsumerCommand {
    private static final String OURS = "casewire-";
    private static final int MAX_NAME = 63;

    private final PrintStream out;

    @Mixin
    private DeploymentOptions options = new DeploymentOptions();

    public ConsumerCommand(PrintStream out) {
        this.out = out;
    }

    @Command(name = "add", description = "Give another system an account, or change its rights.")
    int add(
            @Mixin NewConsumer consumer,
            @Parameters(paramLabel = "NAME", description = "Its account and the beginning of its groups.")
                    String name) {
        Optional<String> address = options.instanceBroker();
        address.ifPresent(broker -> consumer.readFrom(broker, options.data().resolve("consumers")));
        add(options.deployment(), name(name), consumer);
        return 0;
    }

    @Command(name = "remove", description = "Take its account and its rights.")
    int remove(@Parameters(paramLabel = "NAME", description = "Of the consumer.") String name) {
        remove(options.deployment(), name(name), out);
        return 0;
    }

    @Command(name = "list", description = "Show who may read, and what.")
    int list() {
        list(options.deployment(), out);
        return 0;
    }

    private void add(Deployment deployment, String name, NewConsumer consumer) {
        Optional<Path> folder = consumer.folder().map(parent -> parent.resolve(name));
        Optional<ExternalAddress> address =
                setting(consumer.external(), "CASEWIRE_EXTERNAL").map(ExternalAddress::parse);
        Path passwordFile = consumer.passwordFile()
                .or(() -> folder.map(ClientFiles::passwordIn))
                .orElseThrow(() -> new WrongUse("say where its password is to be kept: --folder or --password-file"));
        Optional<String> authority = setting(consumer.ca(), "CASEWIRE_EXTERNAL_CA")
                .map(Path::of)
                .filter(Files::exists)
                .map(SuppliedCertificate::authorities);
        boolean tls = !consumer.withoutTls();
        Rights rights = consumer.ledger() ? Rights.LEDGER : Rights.OPEN;
        try (Admin admin = deployment.admin()) {
            folder.ifPresent(ClientFiles::makeFolder);
            String password = Credentials.passwordOrNew(passwordFile);
            Credentials.set(admin, Map.of(name, password));
            rights.settle(admin, name);
            if (folder.isPresent() && address.isPresent()) {
                new ClientFiles(folder.get(), name, address.get(), tls, authority).write(password);
            }
        }
        out.printf(
                "%1$s may read every open topic%2$s, in the group %1$s and those that begin with %1$s.%n",
                name, also(rights));
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
                      security.protocol  %s
                      sasl.mechanism     SCRAM-SHA-256
                      user name          %s
                    """, passwordFile, ClientFiles.protocol(tls), name);
        }
    }

    private static Optional<String> setting(Optional<String> given, String variable) {
        return given.or(() -> Optional.ofNullable(System.getenv(variable))).filter(value -> !value.isBlank());
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
                Rights.found(admin, user).ifPresent(rights -> out.println(user + also(rights)));
            }
        }
    }

    private static String also(Rights rights) {
        return switch (rights) {
            case OPEN -> "";
            case LEDGER -> " and the ledger";
        };
    }

    // no dots, so that no consumer's groups begin with another's name and a dot
    private static String name(String name) {
        boolean fine = !name.isEmpty()
                && name.length() <= MAX_NAME
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
