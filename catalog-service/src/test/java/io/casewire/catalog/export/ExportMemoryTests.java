package io.casewire.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A file of many cases is written by a JVM whose heap holds a small part of it. A million of each: {@code
 * -Dcasewire.export.cases=1000000}.
 */
class ExportMemoryTests {
    private static final int CASES = Integer.getInteger("casewire.export.cases", 120_000);
    private static final int BYTES_OF_A_ROW = 500;
    private static final int MINUTES = 15;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"NDJSON,32m", "CSV,32m", "XLSX,48m"})
    void manyCasesNeedNoMoreMemoryThanFew(ExportFormat format, String heap) throws IOException, InterruptedException {
        Path file = directory.resolve("cases");
        Path said = directory.resolve("said");
        Process writing = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyCases.class.getName(),
                        format.name(),
                        String.valueOf(CASES),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(writing.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(writing.exitValue()).as(Files.readString(said)).isZero();
        if (format != ExportFormat.XLSX) {
            assertThat(Files.size(file)).isGreaterThan((long) CASES * BYTES_OF_A_ROW);
            try (Stream<String> lines = Files.lines(file)) {
                assertThat(lines.count()).isEqualTo(CASES + (format == ExportFormat.CSV ? 1 : 0));
            }
        }
    }
}
