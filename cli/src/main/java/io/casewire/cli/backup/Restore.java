package io.casewire.cli.backup;

import com.mongodb.client.MongoClient;
import io.casewire.cli.access.ServicePrincipal;
import io.casewire.cli.backup.Manifest.TopicCopy;
import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Patience;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.topic.Partitions;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.TopicSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes an empty deployment what another one was. The services must not run: broker and store only. Records keep their
 * order, times and headers; where one had gone by age before the backup, offsets begin anew, and the groups' positions are
 * moved with them, so nobody reads what it had read.
 */
public final class Restore {
    private static final Duration TOPICS_CHANGE_WITHIN = Duration.ofSeconds(30);
    private static final int UNDER_WAY = 1000;

    private final Deployment deployment;
    private final Admin admin;
    private final Databases databases;
    private final TopicContents contents;
    private final Groups groups;
    private final PrintStream out;

    private Restore(Deployment deployment, Admin admin, MongoClient store, PrintStream out) {
        this.deployment = deployment;
        this.admin = admin;
        this.databases = new Databases(store);
        this.contents = new TopicContents(deployment, admin);
        this.groups = new Groups(admin);
        this.out = out;
    }

    /**
     * Restores the backup in a folder; its checksums are verified before anything is written.
     *
     * @param keys where the keys go: a folder that is new or empty; empty to leave them out
     * @param force delete what is there instead of refusing
     * @throws Refused when the backup is damaged, a service runs, or the deployment holds something
     */
    public static void read(Deployment deployment, Path folder, Optional<Path> keys, boolean force, PrintStream out)
            throws IOException {
        Manifest manifest = Manifest.in(folder);
        PrivateFiles.verify(folder, manifest.files());
        out.println("The backup of " + manifest.begun() + " is whole.");
        if (keys.isPresent() && !PrivateFiles.isEmpty(keys.get())) {
            throw new Refused(keys.get() + " holds something; keys are restored into a folder of their own");
        }
        try (Admin admin = deployment.admin();
                MongoClient store = deployment.store()) {
            Restore restore = new Restore(deployment, admin, store, out);
            restore.requireNobodyAtWork();
            if (force) {
                restore.clear();
            }
            restore.requireEmpty();
            restore.read(manifest, folder);
        }
        Path copied = folder.resolve(Backup.KEYS);
        if (keys.isPresent() && Files.isDirectory(copied)) {
            PrivateFiles.copy(copied, keys.get());
        }
        out.println("Restored. Start the services now.");
    }

    private void requireNobodyAtWork() {
        List<String> active = groups.active(ours());
        if (!active.isEmpty()) {
            throw new Refused("services still read as " + active.getFirst() + ": stop all of them first");
        }
    }

    private List<String> ours() {
        return groups.all().stream()
                .filter(group -> group.startsWith("casewire-"))
                .toList();
    }

    private void clear() throws IOException {
        Databases.ALL.forEach(databases::drop);
        groups.delete(ours());
        List<String> topics = contents.present();
        Answer.of(admin.deleteTopics(topics).all());
        if (!Patience.await(TOPICS_CHANGE_WITHIN, () -> contents.present().isEmpty())) {
            throw new Refused("the broker still has some of " + topics);
        }
    }

    private void requireEmpty() {
        for (String database : Databases.ALL) {
            long documents = databases.documents(database);
            if (documents > 0) {
                throw new Refused(
                        "database %s holds %d documents; --force deletes what is there".formatted(database, documents));
            }
        }
        List<TopicPartition> partitions = contents.partitions(contents.present());
        Map<TopicPartition, Long> ends = contents.ends(partitions);
        Map<TopicPartition, Long> beginnings = contents.beginnings(partitions);
        for (TopicPartition partition : partitions) {
            if (Partitions.of(ends, partition) > Partitions.of(beginnings, partition)) {
                throw new Refused("topic %s holds records; --force deletes what is there".formatted(partition.topic()));
            }
        }
    }

    private void read(Manifest manifest, Path folder) throws IOException {
        createTopics(manifest.topics());
        Map<String, Map<TopicPartition, Long>> positions = restoreTopics(manifest, folder.resolve(Backup.TOPICS));
        for (Map.Entry<String, Map<String, Long>> database :
                manifest.databases().entrySet()) {
            databases.restore(
                    database.getKey(),
                    folder.resolve(Backup.DATABASES).resolve(database.getKey()),
                    database.getValue());
            out.printf("  %-12s restored%n", database.getKey());
        }
        positions.forEach(groups::set);
        rememberLog(manifest);
    }

    /**
     * A service whose store is empty as nobody gave it anything would take the groups' positions for a sign that it lost something. One
     * that had lost something when it was copied is not told otherwise. Each remembers what its account may look at: a topic that
     * it may not would be missing for it.
     */
    private void rememberLog(Manifest manifest) {
        String cluster = Answer.of(admin.describeCluster().clusterId());
        for (ServicePrincipal service : ServicePrincipal.all()) {
            String database = service.name();
            if (manifest.databases().containsKey(database)) {
                databases.forgetLog(database);
                if (manifest.sound().contains(database)) {
                    databases.rememberLog(database, cluster, ends(service.topics()));
                }
            }
        }
    }

    private Map<TopicPartition, Long> ends(List<Topic<? extends Event>> topics) {
        Set<String> names = topics.stream().map(Topic::name).collect(Collectors.toSet());
        return contents.ends(contents.partitions(
                contents.present().stream().filter(names::contains).toList()));
    }

    private void createTopics(List<TopicCopy> topics) {
        List<String> present = contents.present();
        Map<String, Long> found = new HashMap<>();
        contents.partitions(present).forEach(partition -> found.merge(partition.topic(), 1L, Long::sum));
        for (TopicCopy topic : topics) {
            long partitions = found.getOrDefault(topic.name(), 0L);
            if (partitions != 0 && partitions != topic.records().size()) {
                throw new Refused("%s has %d partitions, the backup has %d; --force makes it anew"
                        .formatted(topic.name(), partitions, topic.records().size()));
            }
        }
        Answer.of(admin.createTopics(topics.stream()
                        .filter(topic -> !found.containsKey(topic.name()))
                        .map(topic -> new NewTopic(
                                        topic.name(),
                                        Optional.of(topic.records().size()),
                                        Optional.empty())
                                .configs(topic.configuration()))
                        .toList())
                .all());
    }

    /** Returns where each group goes on. */
    private Map<String, Map<TopicPartition, Long>> restoreTopics(Manifest manifest, Path folder) throws IOException {
        List<TopicPartition> partitions = manifest.topics().stream()
                .flatMap(topic -> IntStream.range(0, topic.records().size())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .toList();
        // new topics are known a little later than they are made
        if (!Patience.await(TOPICS_CHANGE_WITHIN, () -> contents.known(partitions))) {
            throw new Refused("the broker does not know the new topics");
        }
        Map<TopicPartition, Long> begins = contents.ends(partitions);
        Map<String, Map<TopicPartition, Long>> positions = new TreeMap<>();
        long records = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (TopicPartition partition : partitions) {
                Map<String, Position> moved = positions(manifest, partition);
                records += restore(producer, partition, folder, moved.values());
                long begin = Partitions.of(begins, partition);
                moved.forEach((group, position) -> positions
                        .computeIfAbsent(group, _ -> new TreeMap<>(Partitions.ORDER))
                        .put(partition, begin + position.recordsBefore));
            }
        }
        out.printf(
                "  topics       %d records on %d topics%n",
                records, manifest.topics().size());
        return positions;
    }

    private static Map<String, Position> positions(Manifest manifest, TopicPartition partition) {
        Map<String, Position> positions = new TreeMap<>();
        manifest.positions().forEach((group, offsets) -> {
            Long offset = offsets.get(partition.topic() + "/" + partition.partition());
            if (offset != null) {
                positions.put(group, new Position(offset));
            }
        });
        return positions;
    }

    private static long restore(
            KafkaProducer<byte[], byte[]> producer,
            TopicPartition partition,
            Path folder,
            Collection<Position> positions)
            throws IOException {
        long records = 0;
        List<Future<?>> underWay = new ArrayList<>();
        try (RecordFile.Reader reader = new RecordFile.Reader(
                TopicContents.file(folder, partition), partition.topic(), partition.partition())) {
            for (ProducerRecord<byte[], byte[]> record = reader.next(); record != null; record = reader.next()) {
                underWay.add(producer.send(record));
                records++;
                for (Position position : positions) {
                    if (reader.offset() < position.offset) {
                        position.recordsBefore++;
                    }
                }
                if (underWay.size() == UNDER_WAY) {
                    await(underWay);
                }
            }
        }
        producer.flush();
        await(underWay);
        return records;
    }

    private static void await(List<Future<?>> underWay) {
        for (Future<?> sent : underWay) {
            try {
                sent.get();
            } catch (ExecutionException e) {
                throw new KafkaException("a record was not taken", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused("interrupted", e);
            }
        }
        underWay.clear();
    }

    private Map<String, Object> producer() {
        Map<String, Object> settings = new HashMap<>(deployment.kafka());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // headers and an event of the greatest length
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * TopicSettings.MAX_EVENT_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return settings;
    }

    /** Where a group stood, and how many of the copied records it had read. */
    private static final class Position {
        private final long offset;
        private long recordsBefore;

        Position(long offset) {
            this.offset = offset;
        }
    }
}
