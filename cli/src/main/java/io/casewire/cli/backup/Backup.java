package io.casewire.cli.backup;

import com.mongodb.client.MongoClient;
import io.casewire.cli.backup.Manifest.TopicCopy;
import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Patience;
import io.casewire.cli.connect.Refused;
import io.casewire.contracts.topic.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Copies a deployment that may be at work. No moment is common to broker and store, so the order makes the parts fit:
 *
 * <ol>
 *   <li>the groups' positions: what is stored later than a position is read again after a restore, and every service ignores
 *       what it has;
 *   <li>the databases of those who publish, and the catalogue: what they take for published is on a topic by now;
 *   <li>the topics to their ends;
 *   <li>notify's database, once notify has read them: every event on the copied topics has its deliveries there, and none is
 *       sent again;
 *   <li>the topic of the deliveries, which only notify publishes on.
 * </ol>
 */
public final class Backup {
    static final String DATABASES = "databases";
    static final String TOPICS = "topics";
    static final String KEYS = "keys";

    private static final String NOTIFYS_GROUPS = "casewire-notify-";
    // reads nothing: its position says that the store remembers the log, and stays where it is
    private static final String NOTIFYS_MARKER = NOTIFYS_GROUPS + "continuity";
    private static final Duration NOTIFY_READS_WITHIN = Duration.ofSeconds(60);
    private static final Set<String> AFTER_NOTIFY = Set.of(Topics.DELIVERY.name(), Topics.DELIVERY.deadLetterName());

    private final Deployment deployment;
    private final Admin admin;
    private final Databases databases;
    private final PrintStream out;

    private Backup(Deployment deployment, Admin admin, MongoClient store, PrintStream out) {
        this.deployment = deployment;
        this.admin = admin;
        this.databases = new Databases(store);
        this.out = out;
    }

    /**
     * Copies the deployment into a folder, new or empty. It comes there whole or not at all.
     *
     * @param keys folder with the keys that sign tokens, and whatever else should come along; empty for none
     * @throws Refused when the folder holds something
     */
    public static void write(Deployment deployment, Path folder, Optional<Path> keys, PrintStream out)
            throws IOException {
        if (keys.isPresent() && !Files.isDirectory(keys.get())) {
            throw new Refused("there is no folder " + keys.get() + " with keys");
        }
        try (Draft draft = Draft.of(folder);
                Admin admin = deployment.admin();
                MongoClient store = deployment.store()) {
            new Backup(deployment, admin, store, out).write(draft, keys);
        }
        out.println("Backup complete: " + folder);
    }

    private void write(Draft draft, Optional<Path> keys) throws IOException {
        Path folder = draft.folder();
        Instant begun = Instant.now();
        String version = databases.version();
        TopicContents topics = new TopicContents(deployment, admin);
        List<String> names = topics.present();
        Groups groups = new Groups(admin);
        Map<String, Map<TopicPartition, Long>> positions = groups.positions(groups.all(), new HashSet<>(names));

        Map<String, Map<String, Long>> documents = new TreeMap<>();
        Set<String> sound =
                Databases.ALL.stream().filter(databases::isSound).collect(Collectors.toCollection(TreeSet::new));
        for (String database : Databases.ALL) {
            if (!database.equals("notify")) {
                documents.put(database, dump(database, folder));
            }
        }
        Map<TopicPartition, Long> ends = topics.ends(topics.partitions(
                names.stream().filter(name -> !AFTER_NOTIFY.contains(name)).toList()));
        List<TopicCopy> copies = new ArrayList<>(topics.dump(ends, folder.resolve(TOPICS)));
        awaitNotify(groups, ends);
        documents.put("notify", dump("notify", folder));
        copies.addAll(topics.dump(
                topics.ends(topics.partitions(
                        names.stream().filter(AFTER_NOTIFY::contains).toList())),
                folder.resolve(TOPICS)));
        out.printf(
                "  topics       %d records on %d topics%n",
                copies.stream()
                        .flatMap(copy -> copy.records().stream())
                        .mapToLong(Long::longValue)
                        .sum(),
                copies.size());
        if (keys.isPresent()) {
            PrivateFiles.copy(keys.get(), folder.resolve(KEYS));
        }
        // sums of what is on the disk, and only then the word that it is whole
        draft.force();
        new Manifest(
                        Manifest.FORMAT,
                        begun,
                        Instant.now(),
                        Answer.of(admin.describeCluster().clusterId()),
                        version,
                        documents,
                        sound,
                        copies,
                        named(positions),
                        PrivateFiles.sums(folder))
                .writeTo(folder);
        draft.complete(Manifest.FILE);
    }

    private Map<String, Long> dump(String database, Path folder) throws IOException {
        Map<String, Long> counts =
                databases.dump(database, folder.resolve(DATABASES).resolve(database));
        out.printf(
                "  %-12s %d documents in %d collections%n",
                database, counts.values().stream().mapToLong(Long::longValue).sum(), counts.size());
        return counts;
    }

    private void awaitNotify(Groups groups, Map<TopicPartition, Long> ends) {
        boolean read = groups.active(ofNotify(groups)).isEmpty()
                ? hasRead(groups, ends)
                : Patience.await(NOTIFY_READS_WITHIN, () -> hasRead(groups, ends));
        if (!read) {
            out.println("  notify has not read everything; messages about the rest are sent after a restore, whether"
                    + " or not this deployment sends them too");
        }
    }

    private static boolean hasRead(Groups groups, Map<TopicPartition, Long> ends) {
        return groups
                .positions(
                        ofNotify(groups),
                        ends.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()))
                .values()
                .stream()
                .flatMap(group -> group.entrySet().stream())
                .allMatch(position -> position.getValue() >= ends.getOrDefault(position.getKey(), 0L));
    }

    private static List<String> ofNotify(Groups groups) {
        return groups.all().stream()
                .filter(group -> group.startsWith(NOTIFYS_GROUPS) && !group.equals(NOTIFYS_MARKER))
                .toList();
    }

    private static Map<String, Map<String, Long>> named(Map<String, Map<TopicPartition, Long>> positions) {
        Map<String, Map<String, Long>> named = new TreeMap<>();
        positions.forEach((group, offsets) -> {
            Map<String, Long> byName = new TreeMap<>();
            offsets.forEach((partition, offset) -> byName.put(partition.topic() + "/" + partition.partition(), offset));
            named.put(group, byName);
        });
        return named;
    }
}
