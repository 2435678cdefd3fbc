package io.casewire.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.benchmarks.ingest.IngestOptions.Part;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class IngestOptionsTests {
    @Test
    void takesEveryOption() {
        IngestOptions options = parsed("--json f.json --only formats,publishing --baseline abc --warm 0 --documents 8"
                + " --baseline-documents 4 --format-documents 3 --kb 5 --rounds 1");
        assertThat(options.json()).contains(Path.of("f.json"));
        assertThat(options.wants(Part.comparison)).isFalse();
        assertThat(options.wants(Part.formats)).isTrue();
        assertThat(options.wants(Part.publishing)).isTrue();
        assertThat(options)
                .extracting(
                        "baseline", "warm", "documents", "baselineDocuments", "formatDocuments", "kilobytes", "rounds")
                .containsExactly("abc", 0, 8, 4, 3, 5, 1);
    }

    @Test
    void measuresEverythingFiveTimesUnlessToldOtherwise() {
        IngestOptions options = parsed("--kb 10");
        assertThat(Part.values()).allMatch(options::wants);
        assertThat(options.rounds()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jason x|Unknown options",
                "--json|Missing required parameter for option",
                "--rounds 0|--rounds needs a number from 1 to 100000, not 0",
                "--documents many|is not an int",
                "--only format|expected one of [comparison, formats, publishing]"
            })
    void refusesWhatItDoesNotUnderstandByName(String line, String said) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed(line))
                .withMessageContaining(said);
    }

    private static IngestOptions parsed(String line) {
        IngestOptions options = new IngestOptions();
        new CommandLine(options).parseArgs(line.split(" "));
        return options;
    }
}
