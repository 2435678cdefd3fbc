package io.casewire.benchmarks.catalogue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.casewire.benchmarks.program.Program;
import io.casewire.contracts.topic.Topic;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one would write by hand for the same result: poll, read the JSON, write each event to the history and, where it is newer, each case, in
 * bulk; commit. Checks nothing, counts nothing, knows no dead letters. Arguments: broker, store.
 */
final class HandWritten {
    static final String GROUP = "by-hand";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BulkWriteOptions EACH_ALONE = new BulkWriteOptions().ordered(false);
    private static final Duration POLL = Duration.ofSeconds(1);

    private HandWritten() {}

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
                                500),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            MongoDatabase database = client.getDatabase("catalog");
            MongoCollection<Document> cases = database.getCollection("cases");
            MongoCollection<Document> revisions = database.getCollection("revisions");
            revisions.createIndex(Indexes.ascending("case", "revision"), new IndexOptions().unique(true));
            consumer.subscribe(Topics.cases().stream().map(Topic::name).toList());
            while (true) {
                List<WriteModel<Document>> history = new ArrayList<>();
                List<WriteModel<Document>> newest = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    JsonNode event = JSON.readTree(record.value());
                    Document fields = fields(record, event);
                    history.add(new InsertOneModel<>(new Document(
                                    "_id",
                                    record.key() + '@' + event.get("revision").asLong())
                            .append("case", record.key())
                            .append("type", header(record, "ce_type"))
                            .append("recordedTime", Date.from(Instant.parse(header(record, "ce_recordedtime"))))
                            .append("backfill", header(record, "ce_backfill").equals("true"))
                            .append("revision", fields.get("revision"))
                            .append("time", fields.get("updated"))
                            .append("record", fields.get("record"))
                            .append("source", fields.get("source"))));
                    newest.add(new UpdateOneModel<>(
                            and(eq("_id", record.key()), lt("revision", fields.get("revision"))),
                            new Document("$set", fields),
                            new UpdateOptions().upsert(true)));
                }
                if (!history.isEmpty()) {
                    write(revisions, history);
                    write(cases, newest);
                    consumer.commitSync();
                }
            }
        }
    }

    private static Document fields(ConsumerRecord<String, byte[]> record, JsonNode event) {
        JsonNode content = event.get("case");
        JsonNode document = event.get("document");
        return new Document("revision", event.get("revision").asLong())
                .append("updated", Date.from(Instant.parse(header(record, "ce_time"))))
                .append("title", content.get("title").asString())
                .append("domains", texts(content.get("domains")))
                .append("zones", texts(content.get("zones")))
                .append("document", document.get("id").asString())
                .append("record", content.toString())
                .append("source", document.toString());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asString()));
        return texts;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    // a key that is there already: the event is known, or the case newer
    private static void write(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        try {
            collection.bulkWrite(writes, EACH_ALONE);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != 11_000)) {
                throw e;
            }
        }
    }
}
