package io.casewire.cli.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where broker and store of a command are: as the options say, else the environment, else those of the instance that runs. */
public final class DeploymentOptions {
    private static final List<String> ENVIRONMENT =
            List.of("CASEWIRE_KAFKA", "CASEWIRE_KAFKA_CONFIG", "CASEWIRE_MONGODB_URI", "CASEWIRE_MONGODB_URI_FILE");

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--kafka",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "The broker, or CASEWIRE_KAFKA (default: that of the running instance).")
    private @Nullable String kafka;

    @Option(
            names = "--kafka-config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Client settings with user and password, or CASEWIRE_KAFKA_CONFIG.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--mongo-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File with the store's connection string, or CASEWIRE_MONGODB_URI_FILE.")
    private @Nullable Path mongoFile;

    @Option(
            names = "--mongo",
            scope = ScopeType.INHERIT,
            paramLabel = "URI",
            description = "The same without a password, or CASEWIRE_MONGODB_URI.")
    private @Nullable String mongo;

    @Option(
            names = "--wait",
            scope = ScopeType.INHERIT,
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long a server that is not there yet is waited for (default: 60).")
    private @Nullable Duration wait;

    public Path data() {
        return data.path();
    }

    /** Whether a deployment is named, by options or the environment. */
    public boolean isElsewhere() {
        return Stream.of(kafka, kafkaConfig, mongoFile, mongo).anyMatch(Objects::nonNull)
                || (!data.isGiven() && ENVIRONMENT.stream().anyMatch(System.getenv()::containsKey));
    }

    /** The broker of the instance of one machine, where that is what the command speaks to. */
    public Optional<String> instanceBroker() {
        return isElsewhere()
                ? Optional.empty()
                : RunningInstance.in(data.path()).map(Deployment::bootstrapServers);
    }

    /** That deployment, waited for as long as asked. */
    public Deployment waited(Deployment found) {
        Logging.errorsOnly();
        return wait == null ? found : found.within(wait);
    }

    /** @throws Refused where none is named and nothing runs */
    public Deployment deployment() {
        Logging.errorsOnly();
        Map<String, String> environment = System.getenv();
        if (isElsewhere()) {
            return Deployment.of(new Deployment.Named(kafka, kafkaConfig, mongo, mongoFile, wait), environment);
        }
        return RunningInstance.in(data.path())
                .map(found -> wait == null ? found : found.within(wait))
                .orElseThrow(() -> new Refused("nothing runs on " + data.path()
                        + "; start it with: casewire up, or say where broker and store are: --kafka, --mongo"));
    }
}
