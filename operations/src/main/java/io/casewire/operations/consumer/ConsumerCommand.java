package io.casewire.operations.consumer;

import io.casewire.operations.access.ServicePrincipal;
import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.Refused;
import io.casewire.operations.connect.WrongUse;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** {@code consumer}: lets another system read the open topics and nothing else. Needs a super user. */
public final class ConsumerCommand {
    public static final String USAGE = "consumer add NAME --password-file FILE | consumer remove NAME | consumer list";

    private static final String OURS = "casewire-";
    private static final int LONGEST_NAME = 63;

    private ConsumerCommand() {}

    /** Exits with 0, as what cannot be done is told by an exception. */
    public static int run(List<String> command, PrintStream out) {
        Set<String> valued = new HashSet<>(Deployment.OPTIONS);
        valued.add("--password-file");
        Arguments arguments = Arguments.parse(command, valued, Set.of());
        List<String> words = arguments.plain();
        Deployment deployment = Deployment.of(arguments, System.getenv());
        if (words.equals(List.of("list"))) {
            list(deployment, out);
        } else if (words.size() == 2 && words.getFirst().equals("add")) {
            Path file = Path.of(arguments.value("--password-file").orElseThrow(() -> new WrongUse(USAGE)));
            add(deployment, name(words.getLast()), file, out);
        } else if (words.size() == 2 && words.getFirst().equals("remove")) {
            remove(deployment, name(words.getLast()), out);
        } else {
            throw new WrongUse(USAGE);
        }
        return 0;
    }

    private static void add(Deployment deployment, String name, Path passwordFile, PrintStream out) {
        try (Admin admin = deployment.admin()) {
            Credentials.set(admin, Map.of(name, Credentials.passwordOrNew(passwordFile)));
            Rights.settle(admin, name);
        }
        out.printf("""
                %1$s may read every open topic, in the group %1$s and those that begin with %1$s.
                Its password is in %2$s. Its client's settings:
                  security.protocol  SASL_SSL (SASL_PLAINTEXT only inside the deployment)
                  sasl.mechanism     SCRAM-SHA-512
                  user name          %1$s
                """, name, passwordFile);
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
