package io.casewire.parsing.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real documents beside the repository; tests that need them are skipped where they are absent. */
public final class CorpusFiles {
    private CorpusFiles() {}

    /** Every document, sorted by name. */
    public static List<Path> all() {
        Path folder = folder();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "The corpus is not at " + folder + "; set CASEWIRE_CORPUS to test on real documents");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document whose file name begins with {@code prefix}. */
    public static Path named(String prefix) {
        return all().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    static Path folder() {
        Map<String, String> environment = System.getenv();
        return Path.of(environment.getOrDefault("CASEWIRE_CORPUS", "../../shared/corpus"));
    }
}
