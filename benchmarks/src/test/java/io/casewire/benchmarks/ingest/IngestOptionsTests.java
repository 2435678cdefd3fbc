package io.casewire.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestOptionsTests {
    private static final Path HERE = Path.of("here");

    @Test
    void takesEveryOption() {
        IngestOptions options = IngestOptions.parse(
                HERE,
                List.of(
                        "--json",
                        "f.json",
                        "--baseline",
                        "abc",
                        "--warm",
                        "0",
                        "--documents",
                        "8",
                        "--baseline-documents",
                        "4",
                        "--kb",
                        "5",
                        "--rounds",
                        "1"));
        assertThat(options.json()).contains(Path.of("f.json"));
        assertThat(options)
                .extracting("baseline", "warm", "documents", "baselineDocuments", "kilobytes", "rounds")
                .containsExactly("abc", 0, 8, 4, 5, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "--jason x,unknown option --jason",
        "--json,--json needs a value",
        "--rounds 0,--rounds needs a number from 1",
        "--documents many,--documents needs a number from 2"
    })
    void refusesWhatItDoesNotUnderstandByName(String line, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IngestOptions.parse(HERE, Arrays.asList(line.split(" "))))
                .withMessageContaining(said);
    }
}
