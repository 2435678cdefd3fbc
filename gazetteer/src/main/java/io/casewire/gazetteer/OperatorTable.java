package io.casewire.gazetteer;

import io.casewire.text.Nearest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables an operator may lay into a folder, each with its columns. */
enum OperatorTable {
    ZONES("zones.csv", "id,name,official_name,province,founded,aliases"),
    AREAS("areas.csv", "id,code,zone,name,stems,plain_stems,place,from"),
    SETS("sets.csv", "id,name,aliases,definition"),
    MEMBERS("set-members.csv", "set,member,from,until");

    private final String file;
    private final String header;

    OperatorTable(String file, String columns) {
        this.file = file;
        this.header = "recorded," + columns + ",source,reason,withdrawn";
    }

    /**
     * Refuses a folder that is none, or has a table of another name.
     *
     * @throws BadGazetteer naming it
     */
    static void requireKnown(Path folder) {
        List<String> names = new ArrayList<>();
        for (OperatorTable table : values()) {
            names.add(table.file);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path file : files) {
                String name = Optional.ofNullable(file.getFileName())
                        .map(Path::toString)
                        .orElse("");
                if (!names.contains(name)) {
                    throw new BadGazetteer("%s is none of the tables %s; did you mean %s?"
                            .formatted(file, names, Nearest.of(name, names)));
                }
            }
        } catch (IOException e) {
            throw new BadGazetteer(folder + " cannot be read: " + e);
        }
    }

    /** Its rows in order; none where the folder has no such table. */
    List<OperatorRow> read(Path folder) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            return rows(Files.readAllLines(path));
        } catch (CharacterCodingException e) {
            throw new BadGazetteer(file + " is not UTF-8");
        } catch (IOException e) {
            throw new BadGazetteer(path + " cannot be read: " + e);
        }
    }

    private List<OperatorRow> rows(List<String> lines) {
        // spreadsheets put a byte order mark before the first column
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (!header.equals(first.startsWith("\uFEFF") ? first.substring(1) : first)) {
            throw new BadGazetteer(file + ", line 1: the first line must be " + header);
        }
        List<String> columns = Csv.fields(header);
        List<OperatorRow> rows = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (int number = 2; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                OperatorRow row = row(columns, Csv.fields(line), number);
                LocalDate recorded = row.recorded();
                if (recorded.isBefore(before)) {
                    throw row.bad("'recorded' is before that of the row above: rows are added at the end");
                }
                before = recorded;
                rows.add(row);
            }
        }
        return rows;
    }

    private OperatorRow row(List<String> columns, List<String> values, int number) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            fields.put(columns.get(i), values.get(i).strip());
        }
        OperatorRow row = new OperatorRow(file, number, fields);
        if (columns.size() != values.size()) {
            throw row.bad("a row is " + header);
        }
        return row;
    }
}
