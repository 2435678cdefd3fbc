package io.casewire.operations.backup;

import io.casewire.contracts.wire.WireJson;
import io.casewire.operations.connect.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * What a backup holds. Written last, so a folder without it is no backup.
 *
 * @param format of the files beside it
 * @param begun when the positions of the groups were taken
 * @param cluster id of the broker's cluster
 * @param storeVersion as the store tells it
 * @param databases number of documents by collection, by database
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
        List<TopicCopy> topics,
        Map<String, Map<String, Long>> positions,
        Map<String, Sum> files) {
    static final int FORMAT = 1;
    private static final String FILE = "manifest.json";

    static Manifest in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new Refused(folder + " holds no backup: " + FILE + " is missing");
        }
        try {
            Manifest manifest = WireJson.mapper().readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new Refused("this version reads backups of format %d, %s is of format %d"
                        .formatted(FORMAT, folder, manifest.format()));
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new Refused("cannot read " + file + ": " + e.getMessage(), e);
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
