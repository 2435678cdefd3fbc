package io.casewire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class BenchCommandTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final TrialOptions options = new TrialOptions();
    private final List<Path> scratches = new ArrayList<>();

    @Command(name = "casewire bench trial")
    static final class TrialOptions extends BenchOptions {
        private int rounds;

        @Option(names = "--rounds", defaultValue = "2")
        void setRounds(int number) {
            rounds = checked("--rounds", number, 1, 9);
        }
    }

    private int run(BenchCommand.Measuring measuring, String... arguments) throws IOException, InterruptedException {
        return BenchCommand.run(options, measuring, stream(out), stream(err), arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream told) {
        return told.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void keep(Path scratch, PrintStream told) throws IOException {
        scratches.add(scratch);
        Files.writeString(scratch.resolve("file"), "of the bench");
        told.println("measured");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jsno|Unknown option: '--jsno'|--json",
                "--round|Unknown option: '--round'|--rounds",
                "--rounds=0|--rounds needs a number from 1 to 9, not 0|''",
                "--json|Missing required parameter for option '--json' (FILE)|''",
            })
    void refusesWhatItDoesNotUnderstandAfterTheNameOfTheCommandWithTheNearest(
            String argument, String said, String nearest) throws IOException, InterruptedException {
        assertThat(run(this::keep, argument)).isEqualTo(2);
        assertThat(text(err)).startsWith("casewire bench trial: " + said + "\n").contains(nearest);
        assertThat(scratches).isEmpty();
    }

    @Test
    void saysWhatWasNotMeasuredAfterTheNameOfTheCommand() throws IOException, InterruptedException {
        int code = run((scratch, told) -> {
            keep(scratch, told);
            throw new NotMeasured("nothing came");
        });
        assertThat(code).isEqualTo(1);
        assertThat(text(err)).isEqualTo("casewire bench trial: nothing came\n");
        assertThat(scratches).singleElement().satisfies(scratch -> assertThat(scratch)
                .doesNotExist());
    }

    @Test
    void measuresInAFolderThatIsDeleted() throws IOException, InterruptedException {
        assertThat(run(this::keep, "--rounds=3")).isZero();
        assertThat(options.rounds).isEqualTo(3);
        assertThat(text(out)).isEqualTo("measured\n");
        assertThat(scratches).singleElement().satisfies(scratch -> assertThat(scratch)
                .doesNotExist());
    }

    @Test
    void helpNamesTheOptionsThatAllHaveAndMeasuresNothing() throws IOException, InterruptedException {
        assertThat(run(this::keep, "-h")).isZero();
        assertThat(text(out)).contains("casewire bench trial", "--json=FILE", "-h, --help", "--rounds");
        assertThat(scratches).isEmpty();
    }
}
