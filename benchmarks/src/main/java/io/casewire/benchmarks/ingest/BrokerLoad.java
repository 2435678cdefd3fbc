package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka's {@code ProducerPerformance} on the broker of a running instance, with the records that its topics hold. */
final class BrokerLoad {
    private static final String TOPIC = "casewire.bench";
    private static final String TOOL = "org.apache.kafka.tools.ProducerPerformance";
    private static final int PARTITIONS = 12;
    private static final int RECORDS = 60_000;
    // which no record holds, for its JSON escapes it
    private static final String BETWEEN = "\u0001";
    private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String bootstrapServers;
    private final Map<String, Object> client;
    private final Path payload;

    /**
     * On a broker without accounts.
     *
     * @param payload file to write records to
     */
    BrokerLoad(String bootstrapServers, Path payload) {
        this.bootstrapServers = bootstrapServers;
        this.client = Map.of("bootstrap.servers", bootstrapServers);
        this.payload = payload;
    }

    /** How many records its topics of cases, tasks and evidence hold. */
    long records() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /**
     * Records a second of the tool, sending the records of the topics over and over.
     *
     * @throws NotMeasured where it fails
     */
    double perSecond() throws IOException, InterruptedException {
        if (!Files.exists(payload)) {
            prepare();
        }
        Process tool = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TOOL,
                        "--bootstrap-server",
                        bootstrapServers,
                        "--command-property",
                        "acks=all",
                        "--topic",
                        TOPIC,
                        "--num-records",
                        String.valueOf(RECORDS),
                        "--throughput",
                        "-1",
                        "--payload-file",
                        payload.toString(),
                        "--payload-delimiter",
                        BETWEEN)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Optional<MatchResult> last = RATE.matcher(said).results().reduce((_, later) -> later);
        if (tool.waitFor() != 0 || last.isEmpty()) {
            throw new NotMeasured("ProducerPerformance failed: " + said.strip());
        }
        return Double.parseDouble(last.get().group(1));
    }

    private void prepare() throws IOException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new NotMeasured("a topic to measure with cannot be made: " + e.getCause());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (var polled = consumer.poll(PATIENCE); !polled.isEmpty(); polled = consumer.poll(PATIENCE)) {
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    if (record.value() != null) {
                        all.writeBytes(record.value());
                        all.writeBytes(BETWEEN.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        Files.write(payload, all.toByteArray());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        Stream.concat(Topics.cases().stream().map(Topic::name), Stream.of(Topics.TASK.name(), Topics.EVIDENCE.name()))
                .forEach(topic -> consumer.partitionsFor(topic)
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        return partitions;
    }
}
