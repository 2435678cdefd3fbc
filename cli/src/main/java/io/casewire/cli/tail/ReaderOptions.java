package io.casewire.cli.tail;

import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.DeploymentOptions;
import io.casewire.cli.connect.RunningInstance;
import io.casewire.cli.connect.WrongUse;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** As whom topics are read: with a consumer's folder, else as the options of every command say, else as the instance that runs. */
final class ReaderOptions {
    @Mixin
    private DeploymentOptions options = new DeploymentOptions();

    @Option(
            names = "--client",
            paramLabel = "FOLDER",
            description = "Read as the consumer of that folder, which `consumer add NAME` made.")
    private @Nullable Path client;

    Path data() {
        return options.data();
    }

    /** Whether somebody named a broker, or an instance runs. */
    boolean hasBroker() {
        return client != null
                || options.isElsewhere()
                || RunningInstance.in(options.data()).isPresent();
    }

    Deployment deployment() {
        if (client == null) {
            return options.deployment();
        }
        if (options.isElsewhere()) {
            throw new WrongUse("--client says where the broker is; it goes with neither --kafka nor --kafka-config");
        }
        Path folder = client.toAbsolutePath().normalize();
        // the port of an instance is another one after each start
        Optional<String> now = folder.startsWith(options.data().resolve("consumers"))
                ? RunningInstance.in(options.data()).map(Deployment::bootstrapServers)
                : Optional.empty();
        return options.waited(Deployment.ofConsumer(folder, now));
    }
}
