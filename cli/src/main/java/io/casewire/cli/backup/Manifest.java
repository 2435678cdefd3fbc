package io.casewire.cli.backup;

import io.casewire.cli.connect.Refused;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.core.JacksonException;

/**
 * What a backup holds. Written last, so a folder without it is no backup.
 *
 * @param format of the files beside it
 * @param begun when the positions of the groups were taken
 * @param cluster id of the broker's cluster
 * @param storeVersion as the store tells it
 * @param databases number of documents by collection, by database
 * @param sound databases whose services knew the log they worked with and missed nothing; none in backups from before this was noted
 * @param positions where each consumer group would have read next, by {@code topic/partition}
 * @param files every other file, by its path inside the folder
 */
record Manifest(
        int format,
        Instant begun,
        Instant ended,
        String cluster,
        String storeVersion,
        Map<String, Map<String, Long>> databases,
        Set<String> sound,
        List<TopicCopy> topics,
        Map<String, Map<String, Long>> positions,
        Map<String, Sum> files) {
    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    Manifest {
        sound = sound == null ? Set.of() : Set.copyOf(sound);
    }

    static Manifest in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new Refused(folder + " holds no backup: " + FILE
                    + " is missing, which is written last. A backup that was interrupted is of no use");
        }
        try {
            Manifest manifest = WireJson.mapper().readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new Refused("this version reads backups of format %d, %s is of format %d"
                        .formatted(FORMAT, folder, manifest.format()));
            }
            manifest.requireComplete(file);
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new Refused("%s is damaged, so the backup is of no use: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether everything is told, and a file is noted for all of it. */
    @SuppressWarnings("NullAway") // what JSON leaves out is null here
    private void requireComplete(Path file) {
        if (begun == null || databases == null || topics == null || positions == null || files == null) {
            throw new Refused(file + " is incomplete: take another backup");
        }
        Set<String> needed = new TreeSet<>();
        databases.forEach((database, collections) -> collections
                .keySet()
                .forEach(collection -> needed.add(Databases.file(Path.of(Backup.DATABASES, database), collection)
                        .toString())));
        for (TopicCopy topic : topics) {
            for (int partition = 0; partition < topic.records().size(); partition++) {
                needed.add(TopicContents.file(Path.of(Backup.TOPICS), new TopicPartition(topic.name(), partition))
                        .toString());
            }
        }
        needed.removeAll(files.keySet());
        if (!needed.isEmpty()) {
            throw new Refused("%s is incomplete: it does not note %s"
                    .formatted(file, needed.iterator().next()));
        }
    }

    void writeTo(Path folder) throws IOException {
        Files.write(PrivateFiles.create(folder.resolve(FILE)), WireJson.mapper().writeValueAsBytes(this));
    }

    /**
     * One topic.
     *
     * @param configuration what was set for this topic; the rest is the broker's
     * @param records number in each partition, by its number
     */
    record TopicCopy(String name, Map<String, String> configuration, List<Long> records) {}

    /** A file's length and SHA-256 in hexadecimal. */
    record Sum(long bytes, String sha256) {}
}
