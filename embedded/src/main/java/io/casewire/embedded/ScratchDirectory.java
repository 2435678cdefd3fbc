package io.casewire.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A test run's data: worth nothing once its JVM ends. */
final class ScratchDirectory {
    private ScratchDirectory() {}

    /** @param user stopped first, as a broker whose files vanish under it halts the JVM */
    static void deleteAtExit(Path directory, EmbeddedKafka user) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            user.close();
            delete(directory);
        }));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // left to the system's cleaning of its temporary folder
        }
    }
}
