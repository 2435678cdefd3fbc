package io.casewire.standalone.remote;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A running instance as its data directory tells of it ({@code standalone.json}): written when it is ready, deleted when it stops.
 * After a kill the file stays; {@link #isAlive} tells.
 *
 * @param pid of the JVM
 * @param url of the console, the address for people and programs
 * @param kafka bootstrap servers; what a client needs beside them is in the folder {@code access}
 * @param mongo connection string without a database and without the account, which is in {@code access} too
 * @param services name to address of each service's own port
 */
public record Instance(long pid, Instant started, URI url, String kafka, String mongo, Map<String, URI> services) {
    private static final String FILE = "standalone.json";

    public Instance {
        services = Map.copyOf(services);
    }

    /** Empty when nothing runs on this directory, as far as it tells. */
    public static Optional<Instance> in(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(WireJson.mapper().readValue(file.toFile(), Instance.class))
                .filter(Instance::isAlive);
    }

    /** @throws IllegalArgumentException when it runs no such service */
    public URI service(String name) {
        URI address = services.get(name);
        if (address == null) {
            throw new IllegalArgumentException("the running instance has no service " + name);
        }
        return address;
    }

    public void writeTo(Path data) {
        try {
            Path fresh =
                    Files.write(data.resolve(FILE + ".new"), WireJson.mapper().writeValueAsBytes(this));
            Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + data, e);
        }
    }

    public static void removeFrom(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + data, e);
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
