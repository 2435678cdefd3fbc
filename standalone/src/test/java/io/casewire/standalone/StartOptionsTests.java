package io.casewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOptionsTests {
    @Test
    void keepsDataInTheFolderAndPeopleAtPort8080UnlessTold() {
        StartOptions options = parse("");
        assertThat(options.data()).isEqualTo(Path.of(".casewire").toAbsolutePath());
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.demo()).isFalse();
    }

    @Test
    void takesWhatIsGiven() {
        StartOptions options = parse("--data /tmp/elsewhere --port 9000 --demo --samples /tmp/samples");
        assertThat(options)
                .isEqualTo(new StartOptions(Path.of("/tmp/elsewhere"), 9000, true, Path.of("/tmp/samples"), false));
    }

    @ParameterizedTest
    @CsvSource({
        "--port 65536, '--port needs a number from 0 to 65535, not 65536'",
        "--port x, '--port needs a number from 0 to 65535, not x'",
        "--port, --port needs a value",
        "--prot 1, unknown option --prot"
    })
    void saysWhatIsWrong(String arguments, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(arguments)).withMessage(sentence);
    }

    private static StartOptions parse(String arguments) {
        return StartOptions.parse(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }
}
