package io.casewire.parsing.genre.plan;

import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.IndicatorRecord.Target;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.field.numeral.Numerals;
import io.casewire.parsing.genre.plan.IndicatorReader.HeaderCell;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator table whose cells stand one below the other. The header is known by its names; a value has a digit, a name has
 * none; of two names in a row the first opens a group; the values of a row are shared out evenly among the value columns.
 */
final class FlatIndicators {
    private static final int MAX_CELL_LENGTH = 40;

    private final List<Paragraph> paragraphs;
    private final String documentKey;
    private final List<IndicatorRecord> indicators = new ArrayList<>();

    FlatIndicators(List<Paragraph> paragraphs, String documentKey) {
        this.paragraphs = paragraphs;
        this.documentKey = documentKey;
    }

    List<IndicatorRecord> read() {
        int at = 0;
        while (at < paragraphs.size()) {
            at = isHeader(at) ? readTable(at) : at + 1;
        }
        return indicators;
    }

    private boolean isHeader(int at) {
        boolean name = false;
        int end = Math.min(paragraphs.size(), at + 4);
        HeaderCell first = HeaderCell.of(paragraphs.get(at).text());
        if (first == HeaderCell.VALUE || first == HeaderCell.UNIT) {
            return false;
        }
        boolean unit = false;
        for (int i = at; i < end; i++) {
            HeaderCell cell = HeaderCell.of(paragraphs.get(i).text());
            name |= cell == HeaderCell.NAME;
            unit |= cell == HeaderCell.UNIT;
        }
        return name && unit;
    }

    private int readTable(int headerStart) {
        boolean grouped = false;
        int at = headerStart;
        while (at < paragraphs.size() && HeaderCell.of(paragraphs.get(at).text()) != HeaderCell.VALUE) {
            grouped |= HeaderCell.of(paragraphs.get(at).text()) == HeaderCell.GROUP;
            at++;
        }
        int end = at;
        while (end < paragraphs.size() && isCell(paragraphs.get(end))) {
            end++;
        }
        int firstValue = at;
        while (firstValue < end && !isValue(text(firstValue))) {
            firstValue++;
        }
        // columns, then the group, the name and the unit of the first row, then its values
        int unit = firstValue > at && Targets.isUnit(text(firstValue - 1)) ? 1 : 0;
        int columnsEnd = firstValue - unit - 1 - (grouped ? 1 : 0);
        if (columnsEnd <= at || firstValue == end) {
            return Math.max(end, headerStart + 1);
        }
        List<String> columns = new ArrayList<>();
        for (int i = at; i < columnsEnd; i++) {
            columns.add(text(i));
        }
        readRows(columnsEnd, end, columns);
        return end;
    }

    private void readRows(int from, int end, List<String> columns) {
        String group = null;
        int at = from;
        while (at < end) {
            int firstLine = paragraphs.get(at).lines().first();
            List<String> names = new ArrayList<>();
            String unit = "";
            while (at < end && !isValue(text(at))) {
                if (Targets.isUnit(text(at))) {
                    unit = text(at);
                } else {
                    names.add(text(at));
                    firstLine = paragraphs.get(at).lines().first();
                }
                at++;
            }
            List<String> values = new ArrayList<>();
            int lastLine = firstLine;
            while (at < end && isValue(text(at))) {
                values.add(text(at));
                lastLine = paragraphs.get(at).lines().last();
                at++;
            }
            if (names.isEmpty() || values.isEmpty()) {
                continue;
            }
            if (names.size() > 1) {
                group = names.get(names.size() - 2);
            }
            indicators.add(IndicatorReader.indicator(
                    documentKey,
                    group,
                    names.getLast(),
                    unit,
                    targets(columns, values),
                    new LineRange(firstLine, lastLine)));
        }
    }

    private static List<Target> targets(List<String> columns, List<String> values) {
        List<Target> targets = new ArrayList<>();
        boolean even = values.size() % columns.size() == 0;
        int each = Math.max(1, values.size() / columns.size());
        for (int i = 0; i < values.size(); i++) {
            String column = even ? columns.get(i / each) : null;
            targets.addAll(Targets.of(column, values.get(i)));
        }
        return targets;
    }

    private String text(int index) {
        return paragraphs.get(index).text().strip();
    }

    private static boolean isCell(Paragraph paragraph) {
        String text = paragraph.text();
        @Nullable Marker marker = Marker.read(text);
        return text.length() <= MAX_CELL_LENGTH && marker == null && !text.endsWith("。");
    }

    private static boolean isValue(String text) {
        return text.chars().anyMatch(c -> Numerals.isDigit((char) c));
    }
}
