package io.casewire.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.embedded.SharedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Starts the service several times on the same data, with something lost in between. */
class RestartIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String CASES = "/api/catalog/v1/cases";

    private final String database = SharedStore.uniqueName();
    private final CaseRecord first = CaseDraft.of(database + "1", "首次入库").content();
    private final CaseRecord changed = CaseDraft.of(database + "1", "再次入库").content();
    private final CaseRecord second = CaseDraft.of(database + "2", "二次入库").content();

    @TempDir
    private Path directory;

    @Test
    void catchesUpWithTheStoreAndRebuildsFromTheLog() throws IOException {
        Path index = directory.resolve("index");
        Path old = directory.resolve("old");
        try (ConfigurableApplicationContext service = start();
                Wire wire = new Wire()) {
            wire.tell(first, 1).flush();
            awaitTitles(service, "首次入库");
        }
        FileSystemUtils.copyRecursively(index, old);
        JsonNode whole;
        try (ConfigurableApplicationContext service = start();
                Wire wire = new Wire()) {
            wire.tell(changed, 2).tell(second, 1).flush();
            awaitTitles(service, "再次入库", "二次入库");
            whole = everything(service);
        }

        // what a kill leaves: an index older than the store
        FileSystemUtils.deleteRecursively(index);
        FileSystemUtils.copyRecursively(old, index);
        try (ConfigurableApplicationContext service = start()) {
            awaitTitles(service, "再次入库", "二次入库");
            assertThat(titles(service, "首次")).isEmpty();
        }

        // a disk that lost its memory; then the store is dropped under the running service
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (ConfigurableApplicationContext service = start();
                MongoClient mongo = MongoClients.create(SharedStore.connectionString())) {
            awaitTitles(service, "再次入库", "二次入库");
            assertThat(everything(service)).isEqualTo(whole);
            mongo.getDatabase(database).drop();
            await().atMost(SOON).until(() -> readiness(service) == 503);
            assertThat(client(service).get("/actuator/health/liveness").status())
                    .as("no restart is needed")
                    .isEqualTo(200);
            // the same service reads the log from its start
            awaitWhole(service, whole);
            await().atMost(SOON).until(() -> readiness(service) == 200);
            assertThat(mongo.getDatabase(database).getCollection("revisions").listIndexes())
                    .anySatisfy(declared -> assertThat(declared).containsEntry("name", "case_revision"));
        }

        // a store that went while nothing ran is filled at the start
        try (MongoClient mongo = MongoClients.create(SharedStore.connectionString())) {
            mongo.getDatabase(database).drop();
        }
        try (ConfigurableApplicationContext service = start()) {
            awaitWhole(service, whole);
        }
    }

    private void awaitWhole(ConfigurableApplicationContext service, JsonNode whole) {
        awaitTitles(service, "再次入库", "二次入库");
        await().atMost(SOON).untilAsserted(() -> assertThat(everything(service)).isEqualTo(whole));
        JsonNode history = client(service)
                .get(CASES + "/" + first.id() + "/revisions")
                .json()
                .path("revisions");
        assertThat(history).hasSize(2);
    }

    private static int readiness(ConfigurableApplicationContext service) {
        return client(service).get("/actuator/health/readiness").status();
    }

    @Test
    void findsWhatAnotherInstanceStored() {
        try (ConfigurableApplicationContext one = start(directory.resolve("one"));
                ConfigurableApplicationContext other = start(directory.resolve("other"));
                Wire wire = new Wire()) {
            wire.tell(first, 1).flush();
            awaitTitles(one, "首次入库");
            awaitTitles(other, "首次入库");
            wire.tell(changed, 2).flush();
            awaitTitles(one, "再次入库");
            awaitTitles(other, "再次入库");
        }
    }

    private ConfigurableApplicationContext start() {
        return start(directory);
    }

    private ConfigurableApplicationContext start(Path data) {
        return CatalogApplication.builder()
                .initializers(context -> TestPropertyValues.of(TestServers.properties(database, data))
                        .applyTo(context))
                .run();
    }

    private void awaitTitles(ConfigurableApplicationContext service, String... titles) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(titles(service, "入库")).containsExactlyInAnyOrder(titles));
    }

    private List<String> titles(ConfigurableApplicationContext service, String typed) {
        CatalogClient.Answer answer = client(service).get(CASES, "q", typed, "fold", "false", "size", "100");
        // 503 while the index is being built
        return answer.status() == 200
                ? Stream.of(first.id(), second.id())
                        .flatMap(id -> answer.json().path("items").valueStream().filter(item -> item.path("id")
                                .asString()
                                .equals(id.value())))
                        .map(item -> item.path("title").asString())
                        .toList()
                : List.of();
    }

    // the broker is shared: other tests' cases are here too, the same at every start
    private JsonNode everything(ConfigurableApplicationContext service) {
        return client(service).get(CASES, "q", "入库", "size", "100").json();
    }

    private static CatalogClient client(ConfigurableApplicationContext service) {
        return CatalogClient.of(service);
    }
}
