package io.casewire.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTests {
    @Test
    void linesOfSeveralPartsBecomeOneArray() throws IOException {
        assertThat(array("{\"a\":1}\n{\"b\":2}\n", "", "{\"c\":3}\n")).isEqualTo("[{\"a\":1},{\"b\":2},{\"c\":3}]");
    }

    @Test
    void noLinesAreAnEmptyArray() throws IOException {
        assertThat(array("", "")).isEqualTo("[]");
    }

    private static String array(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<InputStream> streams = Arrays.stream(parts)
                .<InputStream>map(part -> new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)))
                .toList();
        JsonLines.copyAsArray(streams, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
