package io.casewire.ingest.blob;

import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One JSON object a line, each line ended. */
public final class Ndjson {
    private Ndjson() {}

    /** The values as bytes. */
    public static byte[] write(List<?> values) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Object value : values) {
            lines.writeBytes(WireJson.mapper().writeValueAsBytes(value));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** The values of these bytes; empty for none. */
    public static <T> List<T> read(byte[] bytes, Class<T> type) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> WireJson.mapper().readValue(line, type))
                .toList();
    }
}
