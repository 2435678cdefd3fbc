package io.casewire.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class FaultsOptionsTests {
    @Test
    void takesEveryOptionAndFault() {
        FaultsOptions options = parsed("--json", "f.json", "--events", "40", "--minutes", "3", "F5", "F23");
        assertThat(options.lasts()).hasMinutes(3);
        assertThat(options.json()).contains(Path.of("f.json"));
        assertThat(options.events()).isEqualTo(40);
        assertThat(options.faults()).containsExactly(Fault.F5, Fault.F23);
    }

    @Test
    void makesAllThatCanBeRunUnlessToldOtherwise() {
        assertThat(parsed().faults()).isEqualTo(FaultsOptions.RUNNABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jason=x|Unknown option",
                "--evnts 50|Unknown option: '--evnts'",
                "--events=39|--events needs a number from 40 to 1000000, not 39",
                "--minutes=0|--minutes needs a number from 1 to 10000, not 0",
                "F99|there is no fault F99",
                "F18|F18 is not run here: see ",
            })
    void refusesWhatItDoesNotUnderstandByName(String line, String said) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed(line.split(" ")).faults())
                .withMessageContaining(said);
    }

    private static FaultsOptions parsed(String... words) {
        FaultsOptions options = new FaultsOptions();
        new CommandLine(options).parseArgs(words);
        return options;
    }
}
