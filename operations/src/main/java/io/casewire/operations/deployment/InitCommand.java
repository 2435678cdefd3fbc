package io.casewire.operations.deployment;

import io.casewire.identity.local.KeyDirectory;
import io.casewire.operations.access.ServicePrincipal;
import io.casewire.operations.connect.Refused;
import io.casewire.operations.connect.WrongUse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code casewire init}: writes the folder a deployment is run from, with fresh secrets in it. A folder that already holds a
 * deployment is left alone. Secrets are files of mode 0600; no compose file, image or environment holds one.
 */
public final class InitCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int WRONG_USE = 2;

    private static final String CONSOLE_TOKEN = "secrets/console/casewire.status.measures-token";
    private static final List<String> OBSERVABILITY = List.of(
            "prometheus.yml",
            "alerts.yml",
            "grafana/provisioning/datasources/casewire.yaml",
            "grafana/provisioning/dashboards/casewire.yaml",
            "grafana/dashboards/casewire-deliveries.json",
            "grafana/dashboards/casewire-lag.json",
            "grafana/dashboards/casewire-pipeline.json",
            "grafana/dashboards/casewire-search.json");

    private InitCommand() {}

    /** Returns the exit status: 0 done, 1 the folder could not be written, 2 the command line was not understood. */
    public static int run(List<String> arguments, String version, PrintStream out, PrintStream err) {
        try {
            InitOptions options = InitOptions.parse(arguments, version);
            if (Files.exists(options.folder().resolve(".env"))) {
                err.println("casewire init: " + options.folder() + " already holds a deployment: left as it is");
                return NOT_DONE;
            }
            write(options);
            out.println("Deployment in " + options.folder() + (options.trialStore() ? ", with the trial store" : ""));
            out.println("Start it there with: docker compose up -d   (Compose 1.29: docker-compose up -d)");
            out.println("Tokens, backup, a look at what is wrong: ./casewire --help, there");
            return DONE;
        } catch (WrongUse e) {
            err.println("casewire init: " + e.getMessage());
            err.println("Usage: casewire " + InitOptions.USAGE);
            return WRONG_USE;
        } catch (Refused e) {
            err.println("casewire init: " + e.getMessage());
            return NOT_DONE;
        } catch (IOException e) {
            err.println("casewire init: cannot write the folder: " + e);
            return NOT_DONE;
        }
    }

    private static void write(InitOptions options) throws IOException {
        PrivateFolder folder = new PrivateFolder(options.folder());
        for (String name : List.of("secrets/kafka", "secrets/store", "secrets/setup", "data/kafka", "data/store")) {
            folder.directory(name);
        }
        Passwords passwords = new Passwords();
        new KeyDirectory(folder.path("identity")).publicKeys();
        if (options.external().isPresent()) {
            options.external().get().writeTo(folder);
        }
        secrets(folder, passwords, options);
        List<String> composeFiles = new ArrayList<>(List.of("compose.yaml"));
        if (options.localImages()) {
            composeFiles.add("compose.local-images.yaml");
        }
        if (options.trialStore()) {
            composeFiles.add("compose.trial-store.yaml");
        }
        if (options.external().isPresent()) {
            composeFiles.add("compose.external.yaml");
        }
        if (options.observability()) {
            composeFiles.add("compose.observability.yaml");
            observability(folder, passwords);
        }
        for (String name : composeFiles) {
            folder.file(name, resource(name));
        }
        folder.program("casewire", resource("casewire"));
        folder.file(".env", environment(options, composeFiles, folder.owner(), passwords.clusterId()));
        folder.handOver();
    }

    private static void secrets(PrivateFolder folder, Passwords passwords, InitOptions options) throws IOException {
        boolean trialStore = options.trialStore();
        String admin = passwords.password();
        String root = passwords.password();
        folder.file(
                "secrets/kafka/server.properties",
                KafkaSettings.broker(admin, options.external().map(ExternalListener::address)));
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

    private static String environment(InitOptions options, List<String> composeFiles, String owner, String clusterId) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("COMPOSE_PROJECT_NAME", "casewire");
        settings.put("COMPOSE_FILE", String.join(":", composeFiles));
        settings.put("CASEWIRE_VERSION", options.version());
        settings.put("CASEWIRE_USER", owner);
        settings.put("CASEWIRE_ADDRESS", options.address());
        settings.put("CASEWIRE_PORT", Integer.toString(options.port()));
        settings.put("CASEWIRE_KAFKA_CLUSTER", clusterId);
        options.external().map(ExternalListener::environment).map(TreeMap::new).ifPresent(settings::putAll);
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
