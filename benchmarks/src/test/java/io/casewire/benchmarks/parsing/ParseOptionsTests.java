package io.casewire.benchmarks.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.benchmarks.parsing.ParseOptions.Part;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ParseOptionsTests {
    @Test
    void takesEveryOption() {
        ParseOptions options = parsed("--mb", "7", "--rounds=3", "--only", "speed,long", "--json", "f.json");
        assertThat(options.settings()).containsEntry("mb", 7).containsEntry("rounds", 3);
        assertThat(options.json()).contains(Path.of("f.json"));
        assertThat(wanted(options)).containsExactly(Part.SPEED, Part.LONG);
    }

    @Test
    void measuresAllOfItWhereNothingIsSaid() {
        assertThat(wanted(parsed())).containsExactly(Part.values());
        assertThat(parsed().megabytes()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jason=x|Unknown option",
                "--only=sped|speed, long, linearity",
                "--mb=0|--mb needs a number from 1 to 9999, not 0",
                "--rounds=10000|--rounds needs a number from 1 to 9999, not 10000",
            })
    void refusesWhatItDoesNotUnderstandByName(String word, String said) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed(word))
                .withMessageContaining(said);
    }

    private static List<Part> wanted(ParseOptions options) {
        return Arrays.stream(Part.values()).filter(options::wants).toList();
    }

    private static ParseOptions parsed(String... words) {
        ParseOptions options = new ParseOptions();
        new CommandLine(options).parseArgs(words);
        return options;
    }
}
