package io.casewire.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the reference tables beside this class: RFC 4180 without line breaks inside fields, a header first. */
final class Csv {

    private Csv() {}

    static List<Row> read(String name) {
        var stream = Csv.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("reference table missing from the class path: " + name);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = reader.lines().toList();
            var header = fields(lines.getFirst());
            return lines.stream()
                    .skip(1)
                    .map(line -> Row.of(name, header, fields(line)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reference table unreadable: " + name, unreadable);
        }
    }

    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** One line, its fields by column name. */
    record Row(Map<String, String> fields) {

        private static Row of(String table, List<String> header, List<String> values) {
            if (header.size() != values.size()) {
                throw new IllegalStateException(table + ": not " + header.size() + " fields: " + values);
            }
            var fields = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                fields.put(header.get(i), values.get(i));
            }
            return new Row(fields);
        }

        /** The field's text, empty where the table leaves it empty. */
        String get(String column) {
            var value = fields.get(column);
            if (value == null) {
                throw new IllegalStateException("no column " + column + " in " + fields.keySet());
            }
            return value;
        }

        boolean yes(String column) {
            return get(column).equals("yes");
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        /** The parts between bars, none where the field is empty. */
        List<String> list(String column) {
            var text = get(column);
            return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
        }

        Certainty certainty() {
            return Certainty.valueOf(get("certainty"));
        }

        Validity validity() {
            var from = get("from");
            var to = get("to");
            return new Validity(
                    from.isEmpty() ? null : PartialDate.parse(from).first(),
                    to.isEmpty() ? null : PartialDate.parse(to).last());
        }
    }
}
