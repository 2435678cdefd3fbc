package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.pipeline.Parsing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/** What a document costs the store: commands are what a service waits for, and what grows where it looks too widely. */
class StoreCommandsIT {
    private static final int DOCUMENTS = 20;
    /** Those of a document, and looking for work that is not there. */
    private static final int COMMANDS_PER_DOCUMENT = 18;

    private final Queue<BsonDocument> commands = new ConcurrentLinkedQueue<>();

    private final class Recorder implements CommandListener, MongoClientSettingsBuilderCustomizer {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            commands.add(event.getCommand().clone());
        }

        @Override
        public void customize(MongoClientSettings.Builder settings) {
            settings.addCommandListener(this);
        }
    }

    @Test
    void aDocumentTakesFewCommandsAndNoneReadsBackWhatWasFound(@TempDir Path directory) {
        String database = SharedStore.freshDatabase();
        try (MongoClient client = MongoClients.create(database);
                RunningIngest ingest = RunningIngest.start(
                        beans -> {
                            beans.registerBean("parsing", Parsing.class, LineParser::new);
                            beans.registerBean("recorder", MongoClientSettingsBuilderCustomizer.class, Recorder::new);
                        },
                        SharedKafka.bootstrapServers(),
                        database,
                        directory,
                        Map.of("casewire.ingest.pipeline.poll-interval", "20s"))) {
            MongoDatabase store =
                    client.getDatabase(Objects.requireNonNull(new ConnectionString(database).getDatabase()));
            upload(ingest, store, 1);
            commands.clear();

            upload(ingest, store, 1 + DOCUMENTS);

            assertThat(commands.size())
                    .as(() -> commands.stream()
                            .map(BsonDocument::getFirstKey)
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                            .toString())
                    .isLessThanOrEqualTo(DOCUMENTS * COMMANDS_PER_DOCUMENT);
            assertThat(commands.stream()
                            .filter(command -> command.containsKey("find")
                                    && command.getString("find").getValue().equals("blobs")))
                    .as("the original is read, once, and nothing else")
                    .hasSize(DOCUMENTS);
            assertThat(commands).noneMatch(command -> contains(command, "$and"));
        }
    }

    private static void upload(RunningIngest ingest, MongoDatabase store, int upTo) {
        MongoCollection<Document> uploads = store.getCollection("sources");
        for (long i = uploads.countDocuments(); i < upTo; i++) {
            String text = "title|%s\ncase|1|trade|一|好\ncase|2|finance|二|好\ntask|1|三\n".formatted(UUID.randomUUID());
            assertThat(ingest.upload(text, "?name=a.txt").status()).isEqualTo(202);
        }
        // by a client of our own: what is asked here is none of the service's
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> uploads.countDocuments(Filters.eq("state", "PUBLISHED")) == upTo
                        && store.getCollection("queue").countDocuments() == 0);
    }

    private static boolean contains(BsonValue value, String name) {
        return switch (value) {
            case BsonDocument document ->
                document.containsKey(name) || document.values().stream().anyMatch(it -> contains(it, name));
            case BsonArray array -> array.stream().anyMatch(it -> contains(it, name));
            default -> false;
        };
    }
}
