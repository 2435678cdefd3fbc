package io.casewire.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A reference table: a CSV with a heading, beside this class; what stands behind its first two columns is for readers. */
record Rows(String name, List<Row> all) {
    /** One row. */
    record Row(String from, String to) {}

    static Rows read(String name) {
        try (InputStream in = Objects.requireNonNull(Rows.class.getResourceAsStream(name), name)) {
            return new Rows(
                    name,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> row(name, line))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String name, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length < 2 || cells[0].isEmpty() || cells[1].isEmpty()) {
            throw new IllegalStateException(name + ": no two columns in '" + line + "'");
        }
        return new Row(cells[0], cells[1]);
    }
}
