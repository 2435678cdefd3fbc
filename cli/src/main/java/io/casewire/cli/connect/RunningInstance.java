package io.casewire.cli.connect;

import io.casewire.embedded.Access;
import io.casewire.standalone.remote.Instance;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Broker and store of the instance that runs on a data folder. */
public final class RunningInstance {
    private static final String FILE = "standalone.json";

    private RunningInstance() {}

    /** Where its console answers; empty when nothing runs there. */
    public static Optional<URI> consoleOf(Path data) {
        return Files.exists(data.resolve(FILE)) ? Instance.in(data).map(Instance::url) : Optional.empty();
    }

    /** Empty when nothing runs there. */
    public static Optional<Deployment> in(Path data) {
        // the image has no instance of one JVM, and not its classes
        if (!Files.exists(data.resolve(FILE))) {
            return Optional.empty();
        }
        return Instance.in(data).map(instance -> {
            Access access = Access.in(data);
            return Deployment.of(access.kafka(instance.kafka()), access.store(instance.mongo(), ""));
        });
    }
}
