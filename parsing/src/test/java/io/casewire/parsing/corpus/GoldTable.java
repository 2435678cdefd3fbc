package io.casewire.parsing.corpus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expected facts, one row a record, each a value by the name of its column.
 *
 * @param rows in the order of the file
 */
record GoldTable(List<Map<String, String>> rows) {
    /** The table {@code gold/NAME.tsv}. */
    static GoldTable read(String name) throws IOException {
        try (@Nullable InputStream in = GoldTable.class.getResourceAsStream("/gold/" + name + ".tsv")) {
            List<String> lines = new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] columns = lines.getFirst().split("\t", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return new GoldTable(List.copyOf(rows));
        }
    }

    /** The documents it speaks of. */
    Set<String> documents() {
        Set<String> documents = new LinkedHashSet<>();
        rows.forEach(row -> documents.add(requireNonNull(row.get("document"))));
        return documents;
    }
}
