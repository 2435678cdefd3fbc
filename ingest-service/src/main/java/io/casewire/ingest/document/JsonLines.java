package io.casewire.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Turns lines of JSON into a JSON array without looking into them. */
final class JsonLines {
    private static final int BUFFER = 16 * 1024;

    private JsonLines() {}

    /** Copies lines, each ended by a line feed; a line feed inside a value is escaped, so none is anything else. */
    static void copyAsArray(List<InputStream> parts, OutputStream out) throws IOException {
        boolean lineEnded = false;
        byte[] buffer = new byte[BUFFER];
        out.write('[');
        for (InputStream part : parts) {
            for (int count = part.read(buffer); count >= 0; count = part.read(buffer)) {
                int start = 0;
                for (int i = 0; i < count; i++) {
                    if (lineEnded) {
                        out.write(',');
                        lineEnded = false;
                    }
                    if (buffer[i] == '\n') {
                        out.write(buffer, start, i - start);
                        start = i + 1;
                        lineEnded = true;
                    }
                }
                out.write(buffer, start, count - start);
            }
        }
        out.write(']');
    }
}
