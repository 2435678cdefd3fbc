package io.casewire.benchmarks.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.casewire.benchmarks.catalogue.CatalogueProgram;
import io.casewire.benchmarks.catalogue.StoredContent;
import io.casewire.benchmarks.catalogue.World;
import io.casewire.benchmarks.program.Program;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** What runs that watch the catalogue have in common. */
final class Catalogue {
    /** The group that stores cases. */
    static final String GROUP = "casewire-catalog-cases";

    /** The topics it reads them from. */
    static final List<String> TOPICS = Topics.cases().stream().map(Topic::name).toList();

    private Catalogue() {}

    /** @param settings more of them, as on a command line */
    static Program start(String broker, String store, Path folder, String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(broker, store, folder.toString(), "1h"));
        arguments.addAll(List.of(settings));
        return Program.start(CatalogueProgram.class, folder.resolve("catalogue.log"), arguments.toArray(String[]::new));
    }

    /** What is stored when a catalogue has read all and has nothing more to do. */
    static StoredContent settled(World world) throws IOException, InterruptedException {
        try (Program catalogue = start(world.broker(), world.store(), world.folder())) {
            world.awaitRead(GROUP, catalogue);
            catalogue.settle();
        }
        return world.content();
    }

    /** Publishes them and returns once the broker has answered for all. */
    static void publish(String broker, List<Envelope<CaseEvent>> events, History history) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Envelope<CaseEvent> event : events) {
                history.sent(event.id());
                var _ = producer.send(
                        EventCodec.encode(Topics.cases(event.event().content().firstDomain()), event), (_, failure) -> {
                            if (failure == null) {
                                history.acknowledged(event.id());
                            }
                        });
            }
        }
    }

    /** Writes down which revision of each case it holds. */
    static void observe(String store, History history) {
        try (MongoClient client = MongoClients.create(store)) {
            MongoCollection<Document> cases = client.getDatabase("catalog").getCollection("cases");
            for (Document stored : cases.find().projection(new Document("revision", 1))) {
                history.observed(stored.getString("_id")
                        + '@'
                        + stored.get("revision", Number.class).longValue());
            }
        }
    }

    /** The links that were told, in the order of the topic. */
    static History links(String broker) {
        History links = new History();
        TopicReader.read(broker, List.of(Topics.LINK.name()), links);
        return links;
    }

    /** Sentences on what is in place of what should be; none where it is the same. */
    static List<String> differences(StoredContent expected, StoredContent found) {
        return expected.equals(found)
                ? List.of()
                : List.of("the store holds " + found + " where it should hold " + expected);
    }
}
