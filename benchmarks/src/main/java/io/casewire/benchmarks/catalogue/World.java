package io.casewire.benchmarks.catalogue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An empty broker and an empty store, with the events that are put in. */
public final class World implements AutoCloseable {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Backbone backbone;
    private final Admin admin;

    private World(Backbone backbone) {
        this.backbone = backbone;
        this.admin = Admin.create(Map.of("bootstrap.servers", backbone.broker()));
    }

    public static World in(Path folder) throws IOException, InterruptedException {
        return new World(Backbone.in(folder));
    }

    public Path folder() {
        return backbone.folder();
    }

    public String broker() {
        return backbone.broker();
    }

    public String store() {
        return backbone.store();
    }

    /** Of broker and store together. */
    double processorSeconds() {
        return backbone.processorSeconds();
    }

    void settle() throws InterruptedException {
        backbone.settle();
    }

    /** Publishes the events of those numbers. */
    void publish(InventedCases cases, int from, int to) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker(), "acks", "all", "linger.ms", 50, "batch.size", 512 * 1024),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int number = from; number < to; number++) {
                Envelope<CaseEvent> event = cases.event(number);
                sent.add(producer.send(
                        EventCodec.encode(Topics.cases(event.event().content().firstDomain()), event)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker does not take the cases: " + e.getCause());
        }
    }

    /** Waits until the group has read all cases and said so. */
    public void awaitRead(String group, Program reader) throws InterruptedException {
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
    public StoredContent content() {
        try (MongoClient client = MongoClients.create(store())) {
            return StoredContent.of(client.getDatabase("catalog"));
        }
    }

    void dropStore() {
        try (MongoClient client = MongoClients.create(store())) {
            client.getDatabase("catalog").drop();
        }
    }

    @Override
    public void close() throws IOException {
        admin.close();
        backbone.close();
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
}
