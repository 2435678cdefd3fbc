package io.casewire.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTests {
    private static final Path SAMPLE = Path.of("src/test/java/io/casewire/client/LocalTable.java");

    @Test
    void theSampleOfTheReadmeIsTheOneThatIsTestedAndShort() throws IOException {
        List<String> sample = Files.readAllLines(SAMPLE).stream()
                // of the package it is tested in
                .filter(line -> !line.startsWith("package "))
                .toList();

        assertThat(sample).hasSizeLessThan(60);
        assertThat(Files.readString(Path.of("README.md")))
                .contains(String.join("\n", sample).strip());
    }
}
