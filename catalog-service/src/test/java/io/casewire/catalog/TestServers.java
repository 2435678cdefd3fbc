package io.casewire.catalog;

import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a context the broker of the test run, a database of its own, and a directory of its own. */
public final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    TestServers() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(properties(SharedStore.uniqueName(), Files.createTempDirectory("catalog")))
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for the index", e);
        }
    }

    /** Settings of a service on these servers; started with the same twice, it finds its data again. */
    public static Map<String, String> properties(String database, Path directory) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.kafka.bootstrap-servers", SharedKafka.bootstrapServers());
        properties.put("spring.mongodb.uri", SharedStore.connectionString() + "/" + database);
        properties.put("casewire.messaging.group", database);
        properties.put("casewire.messaging.retry-initial", "100ms");
        properties.put("casewire.identity.directory", directory.resolve("keys").toString());
        properties.put(
                "casewire.catalog.index.directory", directory.resolve("index").toString());
        properties.put("casewire.catalog.index.refresh", "50ms");
        properties.put("casewire.catalog.index.compare", "1s");
        properties.put("casewire.continuity.interval", "4s");
        properties.put("logging.structured.format.console", "");
        properties.put("server.port", "0");
        return properties;
    }
}
