package io.casewire.parsing.page;

import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.table.SiteField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The labelled fields that government sites print above a document: in a table, each label before its value or above it, or label and value
 * on lines of their own.
 */
final class SiteFields {
    private static final int MIN_LABELS = 2;
    /** Without colons, words on lines of their own may be anything. */
    private static final int MIN_BARE_LABELS = 3;

    /** Printed lines that may stand above a document. */
    private static final int FARTHEST = 80;

    private static final int MAX_TITLE_LENGTH = 120;
    private static final int MAX_VALUE_LENGTH = 60;
    private static final int MAX_NAME_LENGTH = 40;
    private static final int MAX_DATE_LENGTH = 24;
    private static final Pattern YEAR = Pattern.compile("[12]|二[〇○零O0]");

    private SiteFields() {}

    /** A row of a table, its header among them. */
    private record Row(int line, List<String> cells) {
        int labels() {
            return (int) cells.stream().filter(SiteFields::isLabelled).count();
        }

        boolean isAllLabels() {
            List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
            return filled.size() >= MIN_LABELS && filled.stream().allMatch(cell -> SiteField.ofLabel(cell) != null);
        }

        /** A label first, and no label without a value behind it. */
        boolean alternates() {
            for (int i = 0; i < cells.size(); i++) {
                boolean second = i > 0 && SiteField.ofLabel(cells.get(i - 1)) != null;
                if (second == isLabelled(cells.get(i)) && !cells.get(i).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The fields of a table, a line for each of its rows; null where it is a table of the document. */
    static @Nullable List<Omission> of(Table table) {
        List<Row> rows = new ArrayList<>();
        if (!table.header().isEmpty()) {
            rows.add(new Row(table.lines().first(), single(table.header())));
        }
        table.rows().forEach(row -> rows.add(new Row(row.lines().first(), row.cells())));
        boolean own = rows.stream().flatMap(row -> row.cells().stream()).anyMatch(SiteFields::isOwn);
        List<Omission> banded = own ? ofBands(rows) : null;
        if (banded != null) {
            return banded;
        }
        int labels = rows.stream().mapToInt(Row::labels).sum();
        boolean fields = table.header().isEmpty()
                ? labels >= MIN_LABELS && labels >= rows.size()
                : rows.stream().allMatch(row -> new Row(row.line(), single(row.cells())).alternates());
        return own && fields ? ofRows(rows) : null;
    }

    private static boolean isOwn(String cell) {
        int colon = cell.indexOf('：');
        return SiteField.isOwnLabel(colon < 0 ? cell : cell.substring(0, colon));
    }

    private static boolean isLabelled(String cell) {
        return SiteField.ofLabel(cell) != null || Boilerplate.isMetadata(cell);
    }

    private static List<Omission> ofRows(List<Row> rows) {
        List<Omission> omissions = new ArrayList<>();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (String cell : single(row.cells())) {
                line.append(line.isEmpty() ? "" : "\t").append(cell).append(colon(cell));
            }
            omissions.add(new Omission(row.line(), Reason.METADATA, line.toString()));
        }
        return omissions;
    }

    /** Cells that are labels get the colon they have in running text. */
    private static String colon(String cell) {
        return SiteField.ofLabel(cell) != null && !cell.endsWith("：") ? "：" : "";
    }

    /** Rows of labels, each with its row of values below; null where the table is no such. */
    private static @Nullable List<Omission> ofBands(List<Row> rows) {
        List<Omission> omissions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 2) {
            if (i + 1 == rows.size()
                    || !rows.get(i).isAllLabels()
                    || rows.get(i + 1).labels() > 0) {
                return null;
            }
            List<String> labels = rows.get(i).cells();
            List<String> values = rows.get(i + 1).cells();
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < Math.min(labels.size(), values.size()); column++) {
                String label = labels.get(column);
                if (!label.isEmpty() && (column == 0 || !label.equals(labels.get(column - 1)))) {
                    line.append(line.isEmpty() ? "" : "\t").append(label).append(colon(label));
                    line.append('\t').append(values.get(column));
                }
            }
            omissions.add(new Omission(rows.get(i).line(), Reason.METADATA, String.join("\t", single(labels))));
            omissions.add(new Omission(rows.get(i + 1).line(), Reason.METADATA, line.toString()));
        }
        return omissions;
    }

    /** The cells, of one over several columns only the first. */
    private static List<String> single(List<String> cells) {
        List<String> single = new ArrayList<>();
        for (String cell : cells) {
            if (single.isEmpty() || cell.isEmpty() || !single.getLast().equals(cell)) {
                single.add(cell);
            }
        }
        return single;
    }

    /**
     * Lines that are a label or its value and nothing else, by their index, as one line of both; those of a label without a value as they are.
     */
    static Map<Integer, String> in(List<Line> lines) {
        Map<Integer, String> fields = new HashMap<>();
        Run run = new Run();
        int printed = 0;
        for (int i = 0; i < lines.size() && printed < FARTHEST; i++) {
            Line line = lines.get(i);
            if (line.isBlank() && line.table() == null) {
                continue;
            }
            printed++;
            boolean label = line.table() == null && SiteField.ofLabel(line.text()) != null;
            if (label) {
                int value = valueOf(lines, i);
                run.add(lines, i, value);
                i = Math.max(i, value);
            } else if (line.table() != null || !Boilerplate.isMetadata(line.text())) {
                run.closeInto(fields);
            }
        }
        run.closeInto(fields);
        return fields;
    }

    /** Labels that follow each other, with their values. */
    private static final class Run {
        private final Map<Integer, String> found = new HashMap<>();
        private int labels;
        private int own;
        private boolean colons = true;

        void add(List<Line> lines, int label, int value) {
            String name = lines.get(label).text();
            labels++;
            own += SiteField.isOwnLabel(name) ? 1 : 0;
            colons &= name.endsWith("：");
            String printed = name + colon(name);
            found.put(label, printed);
            if (value >= 0) {
                found.put(value, printed + lines.get(value).text());
            }
        }

        void closeInto(Map<Integer, String> fields) {
            boolean sure = colons ? labels >= MIN_LABELS && own > 0 : labels >= MIN_BARE_LABELS && own >= MIN_LABELS;
            if (sure) {
                fields.putAll(found);
            }
            found.clear();
            labels = 0;
            own = 0;
            colons = true;
        }
    }

    /** The index of the line below a label that is its value; -1 where none is. */
    private static int valueOf(List<Line> lines, int label) {
        int at = label + 1;
        while (at < lines.size() && lines.get(at).isBlank() && lines.get(at).table() == null) {
            at++;
        }
        if (at == lines.size() || lines.get(at).table() != null || lines.get(at).headingLevel() > 0) {
            return -1;
        }
        String text = lines.get(at).text();
        SiteField field = SiteField.ofLabel(lines.get(label).text());
        return field != null && SiteField.ofLabel(text) == null && mayBe(field, text) ? at : -1;
    }

    private static boolean mayBe(SiteField field, String text) {
        boolean digit = text.chars().anyMatch(Character::isDigit);
        return switch (field) {
            case TITLE, NAME -> text.length() <= MAX_TITLE_LENGTH && !text.endsWith("：");
            case ISSUER, PUBLISHER -> text.length() <= MAX_NAME_LENGTH && !text.contains("关于");
            case NUMBER -> digit && text.length() <= MAX_NAME_LENGTH && !text.contains("关于");
            case DATED, PUBLISHED ->
                text.length() <= MAX_DATE_LENGTH && YEAR.matcher(text).lookingAt();
            case FILED -> text.length() <= MAX_VALUE_LENGTH && !text.contains("关于") && text.indexOf('。') < 0;
        };
    }
}
