package io.casewire.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.LinkId;
import io.casewire.embedded.SharedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Compares the queries the service sends with the indexes it declares; the embedded store scans everything, so nothing
 * else would tell that one is missing.
 */
class IndexCoverageIT {
    private static final Set<String> READING = Set.of("find", "update", "findAndModify", "count", "aggregate");

    private final String database = SharedStore.uniqueName();
    private final Queue<Sent> commands = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path directory;

    @Test
    void everyQueryBeginsWithAnIndex() {
        try (ConfigurableApplicationContext service = start();
                Wire wire = new Wire()) {
            wire.tell(CaseDraft.of(database, "索引").content(), 2)
                    .tell(CaseDraft.of(database, "索引").content(), 1)
                    .flush();
            CatalogClient client = CatalogClient.of(service);
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> client.get("/api/catalog/v1/cases", "q", "索引").status() == 200);
            askEverything(client);
        }
        try (MongoClient mongo = MongoClients.create(SharedStore.connectionString())) {
            MongoDatabase store = mongo.getDatabase(database);
            Set<String> seen = new LinkedHashSet<>();
            for (Sent command : commands) {
                command.filters().forEach(filter -> {
                    String collection = command.collection();
                    seen.add(collection);
                    assertThat(isCovered(filter, indexes(store, collection)))
                            .as("%s %s has an index", collection, filter.toJson())
                            .isTrue();
                });
            }
            assertThat(seen)
                    .contains(
                            "cases", "revisions", "evidence", "state", "links", "tellings", "lineageKeys", "adoptions");
        }
    }

    private void askEverything(CatalogClient client) {
        String cases = "/api/catalog/v1/cases";
        String evidence = "/api/catalog/v1/evidence";
        String nobody = CaseId.derive("nobody's").value();
        client.get(cases);
        client.get(cases + "/" + nobody);
        client.get(cases + "/" + nobody + "/revisions");
        client.get(cases + "/" + CaseDraft.of(database, "索引").content().id() + "/lineage");
        client.get("/api/catalog/v1/counts");
        String links = "/api/catalog/v1/links";
        client.get(links);
        client.get(links, "state", "PROPOSED");
        client.get(links, "kind", "EVIDENCE", "case", nobody);
        client.get(links, "evidence", EvidenceId.derive("nobody's").value());
        client.get(links + "/" + LinkId.derive("nobody's"));
        client.get(evidence, "case", nobody);
        client.get(evidence);
        client.get(evidence, "kind", "adoption");
        client.get(evidence, "region", "150000");
        client.get(evidence, "region", "内蒙古自治区");
        client.get(evidence, "document", DocumentId.derive("nobody's").value());
        client.get(
                evidence,
                "kind",
                "adoption",
                "cursor",
                EvidenceId.derive("nobody's").value());
    }

    private ConfigurableApplicationContext start() {
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (READING.contains(event.getCommandName())) {
                    // its bytes are used again after this call
                    commands.add(new Sent(
                            event.getCommandName(),
                            BsonDocument.parse(event.getCommand().toJson())));
                }
            }
        };
        return CatalogApplication.builder()
                .initializers(context -> {
                    TestPropertyValues.of(TestServers.properties(database, directory))
                            .applyTo(context);
                    ((GenericApplicationContext) context)
                            .registerBean(
                                    MongoClientSettingsBuilderCustomizer.class,
                                    () -> settings -> settings.addCommandListener(listener));
                })
                .run();
    }

    private record Sent(String name, BsonDocument command) {
        String collection() {
            return command.getString(name).getValue();
        }

        List<BsonDocument> filters() {
            return switch (name) {
                case "find" -> command.containsKey("filter") ? List.of(command.getDocument("filter")) : List.of();
                case "update" ->
                    command.getArray("updates").stream()
                            .map(update -> update.asDocument().getDocument("q"))
                            .toList();
                default -> throw new AssertionError("A kind of query this test does not know: " + command.toJson());
            };
        }
    }

    private static Set<String> indexes(MongoDatabase store, String collection) {
        Set<String> first = new LinkedHashSet<>(List.of("_id"));
        for (Document index : store.getCollection(collection).listIndexes()) {
            first.add(index.get("key", Document.class).keySet().iterator().next());
        }
        return first;
    }

    // one indexed field is enough where all must hold; alternatives each need their own; all of it is a scan by design
    private static boolean isCovered(BsonDocument filter, Set<String> indexed) {
        List<BsonDocument> and = documents(filter, "$and");
        List<BsonDocument> or = documents(filter, "$or");
        return filter.isEmpty()
                || filter.keySet().stream().anyMatch(indexed::contains)
                || and.stream().anyMatch(part -> !part.isEmpty() && isCovered(part, indexed))
                || (!or.isEmpty() && or.stream().allMatch(part -> isCovered(part, indexed)))
                // without any choice the walk follows the ids
                || filter.keySet().equals(Set.of("withdrawn"));
    }

    private static List<BsonDocument> documents(BsonDocument filter, String operator) {
        List<BsonDocument> parts = new ArrayList<>();
        if (filter.containsKey(operator)) {
            for (BsonValue part : filter.getArray(operator)) {
                parts.add(part.asDocument());
            }
        }
        return parts;
    }
}
