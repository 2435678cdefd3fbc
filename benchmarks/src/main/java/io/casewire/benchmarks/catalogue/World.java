package io.casewire.benchmarks.catalogue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.benchmarks.report.Folders;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.TopicSettings;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An empty broker and an empty store, with the events that are put in. */
final class World implements AutoCloseable {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Path folder;
    private final Program program;
    private final String broker;
    private final String store;
    private final Admin admin;

    private World(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
        String[] told = program.told().split(" ");
        this.broker = told[0];
        this.store = told[1];
        this.admin = Admin.create(Map.of("bootstrap.servers", broker));
    }

    static World in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        World world =
                new World(folder, Program.start(BrokerAndStore.class, folder.resolve("broker.log"), folder.toString()));
        await(world.admin
                .createTopics(Topics.all().stream().flatMap(World::topics).toList())
                .all());
        return world;
    }

    Path folder() {
        return folder;
    }

    String broker() {
        return broker;
    }

    String store() {
        return store;
    }

    /** Of broker and store together. */
    double processorSeconds() {
        return program.processorSeconds();
    }

    void settle() throws InterruptedException {
        program.settle();
    }

    /** Publishes the events of those numbers. */
    void publish(InventedCases cases, int from, int to) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 50, "batch.size", 512 * 1024),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int number = from; number < to; number++) {
                Envelope<CaseEvent> event = cases.event(number);
                producer.send(
                        EventCodec.encode(Topics.cases(event.event().content().firstDomain()), event));
            }
        }
    }

    /** Waits until the group has read all cases and said so. */
    void awaitRead(String group, Program reader) throws InterruptedException {
        List<TopicPartition> partitions = Topics.cases().stream()
                .map(topic -> new TopicPartition(topic.name(), 0))
                .toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isRead(group, partitions)) {
            reader.processorSeconds();
            if (System.nanoTime() > end) {
                throw new NotMeasured(group + " has not read the cases within " + PATIENCE);
            }
            Thread.sleep(LOOKS_EVERY);
        }
    }

    /** What the store keeps of cases and their history, as digests. */
    StoredContent content() {
        try (MongoClient client = MongoClients.create(store)) {
            return StoredContent.of(client.getDatabase("catalog"));
        }
    }

    void dropStore() {
        try (MongoClient client = MongoClients.create(store)) {
            client.getDatabase("catalog").drop();
        }
    }

    @Override
    public void close() throws IOException {
        admin.close();
        program.close();
        Folders.delete(folder);
    }

    private boolean isRead(String group, List<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read =
                new HashMap<>(await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
        Map<TopicPartition, Long> ends = await(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata of = read.get(end.getKey());
            return end.getValue() == 0 || (of != null && of.offset() >= end.getValue());
        });
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker does not answer: " + e.getCause());
        }
    }

    private static Stream<NewTopic> topics(Topic<? extends Event> topic) {
        return Stream.of(topic.name(), topic.deadLetterName())
                .map(name -> new NewTopic(name, topic.partitions(), (short) 1).configs(TopicSettings.keeping(null)));
    }
}
