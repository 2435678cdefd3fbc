package io.casewire.cli.deployment;

import io.casewire.cli.access.ServicePrincipal;
import io.casewire.cli.connect.Port;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.identity.local.KeyDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code casewire init}: writes the folder a deployment is run from, with fresh secrets in it. A folder that already holds a
 * deployment is left alone. Secrets are files of mode 0600; no compose file, image or environment holds one.
 */
@Command(name = "init", description = "Write a folder to run Casewire from with Compose: settings, fresh secrets.")
public final class InitCommand implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONSOLE_PORT = 8080;
    private static final String CONSOLE_TOKEN = "secrets/console/casewire.status.metrics-token";
    private static final List<String> OBSERVABILITY = List.of(
            "prometheus.yml",
            "alerts.yml",
            "grafana/provisioning/datasources/casewire.yaml",
            "grafana/provisioning/dashboards/casewire.yaml",
            "grafana/dashboards/casewire-deliveries.json",
            "grafana/dashboards/casewire-lag.json",
            "grafana/dashboards/casewire-pipeline.json",
            "grafana/dashboards/casewire-search.json");

    private final String versionOfThisBuild;
    private final PrintStream out;

    @Parameters(paramLabel = "DIR", description = "Folder to make.")
    @SuppressWarnings("NullAway.Init")
    private Path target;

    @Option(names = "--local-images", description = "Kafka from the image that deploy/airgap/build makes.")
    private boolean localImages;

    @Option(names = "--trial-store", description = "The embedded store in MongoDB's place; implies --local-images.")
    private boolean trialStore;

    @Option(names = "--observability", description = "With Prometheus and Grafana.")
    private boolean observability;

    @Option(
            names = "--inbox",
            paramLabel = "FOLDER",
            converter = InboxFolder.class,
            description = "Of the machine: documents laid there are taken, and moved with a report.")
    private @Nullable Path inbox;

    @Option(
            names = "--address",
            paramLabel = "A",
            description = "The page's port is published on (default: 127.0.0.1).")
    private String address = LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = "Of page and API (default: 8080).")
    private int port = CONSOLE_PORT;

    @Option(names = "--version", paramLabel = "V", description = "Of the images (default: of this build).")
    private @Nullable String version;

    @Mixin
    private ExternalOptions externalOptions = new ExternalOptions();

    @Mixin
    private IssuerOptions issuer = new IssuerOptions();

    public InitCommand(String version, PrintStream out) {
        this.versionOfThisBuild = version;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (port == 0) {
            throw new WrongUse("--port needs a number from 1 to 65535: Compose publishes it");
        }
        Path made = target.toAbsolutePath().normalize();
        Optional<ExternalListener> external = externalOptions.listener(LOOPBACK);
        boolean withIssuer = issuer.areGiven();
        if (Files.exists(made.resolve(".env"))) {
            throw new Refused(made + " already holds a deployment: left as it is");
        }
        try {
            write(made, external, withIssuer);
        } catch (IOException e) {
            throw new Refused("cannot write the folder: " + e, e);
        }
        out.println("Deployment in " + made + (trialStore ? ", with the trial store" : ""));
        out.println("Start it there with: docker compose up -d   (Compose 1.29: docker-compose up -d)");
        out.println("Tokens, backup, a look at what is wrong: ./casewire --help, there");
        return 0;
    }

    private void write(Path made, Optional<ExternalListener> external, boolean withIssuer) throws IOException {
        PrivateFolder folder = new PrivateFolder(made);
        for (String name : List.of("secrets/kafka", "secrets/store", "secrets/setup", "data/kafka", "data/store")) {
            folder.directory(name);
        }
        Passwords passwords = new Passwords();
        new KeyDirectory(folder.path("identity")).publicKeys();
        folder.file("identity/notify-secrets.keys", passwords.sealingKey());
        if (external.isPresent()) {
            external.get().writeTo(folder);
        }
        secrets(folder, passwords, external);
        List<String> composeFiles = new ArrayList<>(List.of("compose.yaml"));
        if (localImages || trialStore) {
            composeFiles.add("compose.local-images.yaml");
        }
        if (trialStore) {
            composeFiles.add("compose.trial-store.yaml");
        }
        if (external.isPresent()) {
            composeFiles.add("compose.external.yaml");
        }
        if (inbox != null) {
            composeFiles.add("compose.inbox.yaml");
        }
        if (withIssuer) {
            composeFiles.add(IssuerOptions.COMPOSE_FILE);
            issuer.writeTo(folder);
        }
        if (observability) {
            composeFiles.add("compose.observability.yaml");
            observability(folder, passwords);
        }
        for (String name : composeFiles) {
            folder.file(name, resource(name));
        }
        folder.program("casewire", resource("casewire"));
        folder.file(".env", environment(external, composeFiles, folder.owner(), passwords.clusterId()));
        folder.handOver();
    }

    private void secrets(PrivateFolder folder, Passwords passwords, Optional<ExternalListener> external)
            throws IOException {
        String admin = passwords.password();
        String root = passwords.password();
        folder.file(
                "secrets/kafka/server.properties",
                KafkaSettings.broker(admin, external.map(ExternalListener::address)));
        folder.file("secrets/setup/kafka.properties", KafkaSettings.admin(admin));
        folder.directory("secrets/console");
        folder.file(CONSOLE_TOKEN, passwords.password());
        folder.file("secrets/setup/store-uri", trialStore ? "mongodb://store:27017" : adminUri(root));
        if (!trialStore) {
            folder.file("secrets/store/root-password", root);
            folder.file("secrets/store/keyfile", passwords.keyFile());
            folder.file("secrets/setup/store-root-password", root);
        }
        for (ServicePrincipal service : ServicePrincipal.all()) {
            String kafkaPassword = passwords.password();
            String storePassword = passwords.password();
            String own = "secrets/" + service.name() + "/";
            folder.directory(own);
            for (Map.Entry<String, String> setting :
                    KafkaSettings.service(service.name(), kafkaPassword).entrySet()) {
                folder.file(own + setting.getKey(), setting.getValue());
            }
            folder.file(
                    own + "spring.mongodb.uri",
                    trialStore ? trialUri(service.name()) : uri(service.name(), storePassword));
            folder.file("secrets/setup/kafka-password-" + service.name(), kafkaPassword);
            if (!trialStore) {
                folder.file("secrets/setup/store-password-" + service.name(), storePassword);
            }
        }
    }

    /** Files of the folder of the same name; Prometheus' secret is the console's. */
    private static void observability(PrivateFolder folder, Passwords passwords) throws IOException {
        for (String name : List.of("data/prometheus", "data/grafana", "secrets/prometheus", "secrets/grafana")) {
            folder.directory(name);
        }
        folder.file("secrets/prometheus/console-token", Files.readString(folder.path(CONSOLE_TOKEN)));
        folder.file("secrets/grafana/admin-password", passwords.password());
        for (String name : OBSERVABILITY) {
            String file = "observability/" + name;
            folder.directory(file.substring(0, file.lastIndexOf('/')));
            folder.file(file, resource(file));
        }
    }

    private static String uri(String service, String password) {
        return "mongodb://" + service + ":" + password + "@store:27017/" + service + "?authSource=" + service
                + "&replicaSet=casewire";
    }

    // the one member, also before it is a replica set
    private static String adminUri(String password) {
        return "mongodb://admin:" + password + "@store:27017/?authSource=admin&directConnection=true";
    }

    // the trial store knows no users
    private static String trialUri(String service) {
        return "mongodb://store:27017/" + service;
    }

    private String environment(
            Optional<ExternalListener> external, List<String> composeFiles, String owner, String clusterId) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("COMPOSE_PROJECT_NAME", "casewire");
        settings.put("COMPOSE_FILE", String.join(":", composeFiles));
        settings.put("CASEWIRE_VERSION", version == null ? versionOfThisBuild : version);
        settings.put("CASEWIRE_USER", owner);
        settings.put("CASEWIRE_ADDRESS", address);
        settings.put("CASEWIRE_PORT", Integer.toString(port));
        settings.put("CASEWIRE_KAFKA_CLUSTER", clusterId);
        if (inbox != null) {
            settings.put("CASEWIRE_INBOX", inbox.toString());
        }
        if (composeFiles.contains(IssuerOptions.COMPOSE_FILE)) {
            settings.putAll(new TreeMap<>(issuer.environment()));
        }
        external.map(ExternalListener::environment).map(TreeMap::new).ifPresent(settings::putAll);
        StringBuilder lines = new StringBuilder("# Read by Compose. Secrets are in the folder secrets, not here.\n");
        settings.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = InitCommand.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing in this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
