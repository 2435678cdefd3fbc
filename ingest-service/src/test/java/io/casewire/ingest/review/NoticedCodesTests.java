package io.casewire.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of codes against the sources of those who say them. */
class NoticedCodesTests {
    private static final Pattern SAID =
            Pattern.compile("(?:Severity\\.WARNING,|new Notice\\(|warn\\()\\s*\"([A-Z][A-Z_]+)\"");

    /** Such a document has no records, so that it is refused and never held. */
    private static final Set<String> OF_REFUSED = Set.of("UNRECOGNISED_GENRE");

    @Test
    void everyWarningMayHoldADocument() throws IOException {
        Path parsing = Path.of("..", "parsing", "src", "main", "java");
        assumeTrue(Files.isDirectory(parsing), "the sources of parsing are not beside this module");
        Set<String> said = new TreeSet<>(codes(parsing));
        said.addAll(codes(Path.of("..", "extraction", "src", "main", "java")));
        said.removeAll(OF_REFUSED);

        assertThat(said).hasSizeGreaterThan(15);
        assertThat(NoticedCodes.ALL).containsAll(said).doesNotHaveDuplicates();
    }

    private static Set<String> codes(Path sources) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher said = SAID.matcher(text(file));
                while (said.find()) {
                    codes.add(said.group(1));
                }
            });
        }
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
