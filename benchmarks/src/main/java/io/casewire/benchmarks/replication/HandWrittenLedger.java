package io.casewire.benchmarks.replication;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.casewire.benchmarks.program.Program;
import io.casewire.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

/**
 * What one would write by hand to keep the same documents: poll the obligations another program derived, insert each, commit. It derives
 * nothing, guards nothing and publishes nothing. Arguments: broker, store.
 */
final class HandWrittenLedger {
    static final String GROUP = "by-hand";
    static final String DATABASE = "by-hand";
    private static final Duration POLL = Duration.ofSeconds(1);

    private HandWrittenLedger() {}

    public static void main(String... arguments) throws IOException {
        Thread.ofPlatform().daemon().start(() -> read(arguments[0], arguments[1]));
        Program.ready("");
        System.exit(0);
    }

    private static void read(String broker, String store) {
        try (MongoClient client = MongoClients.create(store);
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker,
                                "group.id",
                                GROUP,
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                false,
                                "max.poll.records",
                                2000),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            MongoCollection<Document> obligations = client.getDatabase(DATABASE).getCollection("obligations");
            consumer.subscribe(List.of(Topics.OBLIGATION.name()));
            while (true) {
                List<Document> inserted = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    Document event = Document.parse(new String(record.value(), StandardCharsets.UTF_8));
                    inserted.add(new Document("_id", record.key())
                            .append("obligation", event.get("obligation", Document.class))
                            .append("revision", event.get("revision"))
                            .append("active", true)
                            .append("lapsed", null)
                            .append("steps", List.of())
                            .append("derivedAt", Date.from(Instant.ofEpochMilli(record.timestamp())))
                            .append("updatedAt", Date.from(Instant.ofEpochMilli(record.timestamp())))
                            .append("outbox", List.of()));
                }
                if (!inserted.isEmpty()) {
                    obligations.insertMany(inserted, new InsertManyOptions().ordered(false));
                    consumer.commitSync();
                }
            }
        }
    }
}
