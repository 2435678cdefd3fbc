package io.casewire.client;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where the broker is and who reads: settings of Kafka's consumer.
 *
 * @param settings at least {@code bootstrap.servers} and {@code group.id}
 */
public record Connection(Map<String, String> settings) {
    /** @throws IllegalArgumentException without address or group */
    public Connection {
        settings = Map.copyOf(settings);
        for (String needed : new String[] {"bootstrap.servers", "group.id"}) {
            if (settings.getOrDefault(needed, "").isBlank()) {
                throw new IllegalArgumentException(needed + " is missing");
            }
        }
    }

    /**
     * As {@code casewire consumer add NAME} wrote it.
     *
     * @param folder with {@code client.properties}; of it nothing else is read
     * @throws java.nio.file.NoSuchFileException without that file
     * @throws IOException when it cannot be read, as by another user than its owner
     * @throws IllegalArgumentException when it names no broker or no group
     */
    public static Connection folder(Path folder) throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("client.properties"))) {
            file.load(reader);
        }
        Map<String, String> settings = new TreeMap<>();
        file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
        return new Connection(settings);
    }

    /** A broker that asks for no password, for example {@code 127.0.0.1:9092}. */
    public static Connection broker(String address, String group) {
        return new Connection(Map.of("bootstrap.servers", address, "group.id", group));
    }

    /** The same with another setting of Kafka's consumer, for example {@code max.poll.records}. */
    public Connection with(String setting, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new Connection(more);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return settings.get("group.id") + " at " + settings.get("bootstrap.servers");
    }
}
