package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An example is read before it is run: each fits on a screen. */
class ExampleLengthTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kcat/read",
                "node/read.mjs",
                "node/watch.mjs",
                "node/feed.mjs",
                "node/receive.mjs",
                "python/read.py",
                "python/receive.py",
                "java/src/main/java/example/Read.java"
            })
    void anExampleIsUnderSixtyLines(String example) throws IOException {
        assertThat(Files.readAllLines(Path.of("../deploy/examples", example))).hasSizeLessThan(60);
    }
}
