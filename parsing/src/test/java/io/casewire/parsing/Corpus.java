package io.casewire.parsing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The real documents, where this machine has them; they are not part of the repository. */
final class Corpus {
    private Corpus() {}

    /** The document whose file name begins with that number; the test is skipped where there is none. */
    static Path file(String number) {
        Path folder = folder();
        assumeThat(folder)
                .as("no corpus at %s; set CASEWIRE_CORPUS to test real documents", folder)
                .isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(number + "_"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The corpus has no document " + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String number) {
        try {
            return Files.readAllBytes(file(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ParsedDocument parse(String number) {
        return new DocumentParser()
                .parse(bytes(number), file(number).getFileName().toString());
    }

    private static Path folder() {
        String configured = System.getenv("CASEWIRE_CORPUS");
        return configured != null ? Path.of(configured) : Path.of("../../shared/corpus");
    }
}
