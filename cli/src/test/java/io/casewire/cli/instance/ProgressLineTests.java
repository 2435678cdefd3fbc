package io.casewire.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProgressLineTests {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void drawsOverItselfOnATerminal() {
        ProgressLine line = new ProgressLine(out, true);

        line.show(run(5, 10));
        line.end(run(10, 10));

        assertThat(said())
                .isEqualTo("\r[" + "#".repeat(15) + ".".repeat(15)
                        + "] 5/10  5 changed, 0 unchanged, 0 failed, 0 held  \r[" + "#".repeat(30)
                        + "] 10/10  10 changed, 0 unchanged, 0 failed, 0 held  \n");
    }

    @Test
    void saysEveryTenthOnceElsewhere() {
        ProgressLine line = new ProgressLine(out, false);

        for (int done = 0; done <= 100; done++) {
            line.show(run(done, 100));
        }

        assertThat(said().lines()).hasSize(11);
    }

    @Test
    void aRunOverNothingIsFull() {
        new ProgressLine(out, false).end(run(0, 0));

        assertThat(said()).startsWith("[" + "#".repeat(30) + "] 0/0");
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode run(int done, int total) {
        return WireJson.mapper().readTree("{\"done\":%d,\"total\":%d,\"changed\":%d}".formatted(done, total, done));
    }
}
