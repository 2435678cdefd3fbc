package io.casewire.operations;

import io.casewire.identity.local.TokenCommand;
import io.casewire.operations.broker.BrokerCommand;
import io.casewire.operations.deployment.InitCommand;
import io.casewire.operations.setup.SetUpCommand;
import io.casewire.operations.store.TrialStoreCommand;
import io.casewire.operations.training.TrainCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The commands of this program, by the first argument. */
public final class Operations {
    private static final String LOGGING = "logback.configurationFile";
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Operations() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (System.getProperty(LOGGING) == null) {
            // not at the place where Logback looks by itself: this jar may lie beside those of the services
            System.setProperty(LOGGING, "io/casewire/operations/logback.xml");
        }
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "broker" -> BrokerCommand.run(Path.of(argument(rest, 0)), environment("CLUSTER_ID"));
            case "trial-store" ->
                TrialStoreCommand.run(Path.of(argument(rest, 0)), Integer.parseInt(argument(rest, 1)));
            case "train" ->
                endWith(TrainCommand.run(URI.create(argument(rest, 0)), rest.subList(1, rest.size())) ? 0 : FAILED);
            case "setup" ->
                endWith(
                        SetUpCommand.run(
                                        Path.of(argument(rest, 0)),
                                        Boolean.parseBoolean(System.getenv("CASEWIRE_CHANGE_TOPICS")),
                                        System.getenv().getOrDefault("CASEWIRE_PARTITIONS", ""))
                                ? 0
                                : FAILED);
            case "init" -> endWith(InitCommand.run(rest, version(), System.out, System.err));
            case "token" -> TokenCommand.main(rest.toArray(String[]::new));
            case "backup", "restore", "consumer", "dead-letters", "certificate", "doctor" -> {
                OperatorTools.quieten();
                endWith(OperatorTools.run(Arrays.asList(arguments), System.out, System.err));
            }
            default -> wrongUse();
        }
    }

    // the version of the images is that of the build they come from
    private static String version() {
        String version = Operations.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private static String argument(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            wrongUse();
        }
        return arguments.get(index);
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            System.err.println("The environment variable " + name + " is missing");
            endWith(WRONG_USE);
            return "";
        }
        return value;
    }

    private static void wrongUse() {
        System.err.println("""
                Usage: broker SERVER.PROPERTIES         (CLUSTER_ID in the environment)
                       init DIR …
                       setup SECRETS-DIRECTORY            (CASEWIRE_CHANGE_TOPICS=true: settings may be changed;
                                                          CASEWIRE_PARTITIONS=TOPIC=COUNT,…: more than the registry's)
                       token --role ROLE …
                       consumer add|remove|list …, certificate …, dead-letters list|again …
                       backup DIR …, restore DIR …, doctor …
                       trial-store DIRECTORY PORT
                       train READINESS-URL COMMAND…
                """);
        endWith(WRONG_USE);
    }

    private static void endWith(int status) {
        System.exit(status);
    }
}
