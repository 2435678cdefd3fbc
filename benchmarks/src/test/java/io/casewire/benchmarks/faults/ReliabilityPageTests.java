package io.casewire.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ReliabilityPageTests {
    private static final Path PAGE = Path.of("../docs/reliability.md");

    @Test
    void thePageIsMadeOfTheLastRunAndTheListOfFaults() throws IOException {
        String page =
                ReliabilityPage.of(WireJson.mapper().readTree(Files.readString(Path.of("../docs/reliability.json"))));
        if (Boolean.getBoolean("casewire.golden.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyTestThatIsNamedIsThere(Fault fault) throws IOException {
        for (String test : fault.tests()) {
            String module = test.substring(0, test.indexOf('/'));
            String end = test.substring(test.indexOf('/')) + ".java";
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                assertThat(files.map(Path::toString)).as(test).anyMatch(file -> file.endsWith(end));
            }
        }
        assertThat(fault.tests().isEmpty() && !FaultsOptions.RUNNABLE.contains(fault))
                .isEqualTo(fault.gap().equals("not proved"));
    }

    @Test
    void faultsAreNamedAsTyped() {
        FaultsOptions options = parsed("f5", "F23", "cluster", "--events", "50", "--kills", "9", "--away=3");

        assertThat(options.faults()).containsExactly(Fault.F5, Fault.F23, Fault.CLUSTER);
        assertThat(options.kills()).isEqualTo(9);
        assertThat(options.away()).hasSeconds(3);
        assertThat(options.events()).isEqualTo(50);
        assertThat(Fault.named("F10-14")).contains(Fault.F10_14);
        assertThatThrownBy(() -> parsed("F2").faults())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("no fault F2");
        assertThatThrownBy(() -> parsed("F18").faults())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("messaging/MessagingIT");
        assertThatThrownBy(() -> parsed("--kills=0"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--kills needs a number from 1 to 1000, not 0");
    }

    private static FaultsOptions parsed(String... words) {
        FaultsOptions options = new FaultsOptions();
        new CommandLine(options).parseArgs(words);
        return options;
    }
}
