package io.casewire.operations.deployment;

import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.WrongUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command line of {@link InitCommand}.
 *
 * @param folder to make
 * @param localImages the broker's image is the one made by {@code deploy/airgap/build}
 * @param trialStore the embedded store stands in for MongoDB
 * @param observability Prometheus and Grafana beside it
 * @param address the console's port is published on
 * @param port of the console
 * @param version of the images
 * @param external the broker's listener for other systems, where there is to be one
 */
record InitOptions(
        Path folder,
        boolean localImages,
        boolean trialStore,
        boolean observability,
        String address,
        int port,
        String version,
        Optional<ExternalListener> external) {
    static final String USAGE = """
            init DIR [--local-images] [--trial-store] [--observability] [--address A] [--port N] [--version V]
                 [--external HOST[:PORT] [--external-address A] [--external-name NAME]…
                  [--external-certificate CHAIN.PEM --external-key KEY.PEM [--external-ca CA.PEM]]]""";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONSOLE_PORT = 8080;
    private static final int LAST_PORT = 65_535;
    private static final String TRIAL_STORE = "--trial-store";
    private static final String OBSERVABILITY = "--observability";
    private static final Set<String> VALUED = Set.of("--address", "--port", "--version");

    /** @throws WrongUse with a sentence for the user */
    static InitOptions parse(List<String> words, String version) {
        Arguments arguments = Arguments.parse(
                words, ExternalListener.with(VALUED), Set.of("--local-images", TRIAL_STORE, OBSERVABILITY));
        arguments.requirePlain(1, "name the folder to make");
        boolean trialStore = arguments.has(TRIAL_STORE);
        return new InitOptions(
                Path.of(arguments.plain().getFirst()).toAbsolutePath().normalize(),
                trialStore || arguments.has("--local-images"),
                trialStore,
                arguments.has(OBSERVABILITY),
                arguments.value("--address").orElse(LOOPBACK),
                arguments.value("--port").map(InitOptions::port).orElse(CONSOLE_PORT),
                arguments.value("--version").orElse(version),
                ExternalListener.of(arguments, LOOPBACK));
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new WrongUse("--port needs a number from 1 to 65535, not " + value);
    }
}
