package io.casewire.benchmarks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.benchmarks.catalogue.CatalogueOptions.Part;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class CatalogueOptionsTests {
    @Test
    void takesEveryOption() {
        CatalogueOptions options = parsed(
                "--json f.json --only replay,linking --seed 3 --events 20 --cases 1000000 --linked 40 --warm 10 --rounds 1");
        assertThat(options.json()).contains(Path.of("f.json"));
        assertThat(options.wants(Part.replay)).isTrue();
        assertThat(options.wants(Part.search)).isFalse();
        assertThat(options.wants(Part.linking)).isTrue();
        assertThat(options)
                .extracting("seed", "events", "cases", "linked", "warm", "rounds")
                .containsExactly(3L, 20, 1_000_000, 40, 10, 1);
        assertThat(options.settings()).containsEntry("cases", 1_000_000).containsEntry("seed", 3L);
    }

    @Test
    void measuresEverythingOnAHundredThousandUnlessToldOtherwise() {
        CatalogueOptions options = parsed("--rounds 2");
        assertThat(Part.values()).allMatch(options::wants);
        assertThat(options).extracting("events", "cases", "linked").containsExactly(100_000, 100_000, 100_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jason x|Unknown options",
                "--json|Missing required parameter for option",
                "--rounds 0|--rounds needs a number from 1 to 10000000, not 0",
                "--cases many|is not an int",
                "--only index|expected one of [replay, search, linking]"
            })
    void refusesWhatItDoesNotUnderstandByName(String line, String said) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed(line))
                .withMessageContaining(said);
    }

    private static CatalogueOptions parsed(String line) {
        CatalogueOptions options = new CatalogueOptions();
        new CommandLine(options).parseArgs(line.split(" "));
        return options;
    }
}
