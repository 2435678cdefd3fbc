package io.casewire.parsing.page;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.field.responsibility.UnitNames;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Ordinals;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Cells;
import io.casewire.parsing.table.Column;
import io.casewire.parsing.table.SubHeader;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table out of consecutive lines. A table goes on over blank lines, over its own header repeated on the next
 * page, and over lines that name a category; a row may be broken over several lines.
 */
final class TableReader {
    /** A row broken over more lines than this is no row. */
    private static final int MAX_LINES = 200;

    private final List<Line> lines;
    private final boolean[] taken;
    private final List<Omission> omissions;
    private final List<Row> rows = new ArrayList<>();
    private List<String> header = List.of();
    private int width;
    private boolean piped;
    private int at;
    private int end;

    TableReader(List<Line> lines, boolean[] taken, List<Omission> omissions) {
        this.lines = lines;
        this.taken = taken;
        this.omissions = omissions;
    }

    /** Whether a table begins at that line: a header, or two rows of the same width. */
    static boolean beginsAt(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (line.isBlank() || line.table() != null) {
            return false;
        }
        if (Cells.isPiped(line.raw())) {
            return at + 1 < lines.size() && Cells.isPiped(lines.get(at + 1).raw());
        }
        if (line.raw().indexOf('\t') < 0) {
            return false;
        }
        List<String> cells = Cells.repaired(Cells.ofTabs(line.raw()));
        if (Column.isHeader(cells)) {
            return true;
        }
        return cells.size() >= 3
                && at + 1 < lines.size()
                && Cells.ofTabs(lines.get(at + 1).raw()).size() == cells.size();
    }

    /** Reads the table that begins at that line. */
    @Nullable
    Table read(int start, @Nullable String caption) {
        at = start;
        end = start;
        piped = Cells.isPiped(lines.get(start).raw());
        readHeader();
        while (at < lines.size() && (skipTaken() || readNext())) {
            // each step takes what belongs to the table
        }
        if (rows.isEmpty() && header.isEmpty()) {
            return null;
        }
        return new Table(
                caption,
                header,
                rows,
                new LineRange(lines.get(start).number(), lines.get(end).number()));
    }

    /** Index of the first line after the table. */
    int next() {
        return end + 1;
    }

    /** Page numbers and rules inside a table are no more than blank lines. */
    private boolean skipTaken() {
        if (taken[at]) {
            at++;
            return true;
        }
        return false;
    }

    private void readHeader() {
        List<String> raw = cells(lines.get(at));
        List<String> repaired = Cells.repaired(raw);
        boolean ruled = piped && at + 1 < lines.size() && Cells.isRule(cells(lines.get(at + 1)));
        width = raw.size();
        if (ruled || Column.isHeader(repaired)) {
            header = repaired.stream().map(cell -> cell.replace("\n", "")).toList();
            end = at;
            at += 1;
            if (ruled) {
                end = at;
                at += 1;
            }
            readSubHeader();
        }
    }

    private void readSubHeader() {
        if (at >= lines.size() || lines.get(at).isBlank() || lines.get(at).table() != null) {
            return;
        }
        List<String> merged = SubHeader.merge(header, Cells.repaired(cells(lines.get(at))));
        if (merged != null) {
            header = merged;
            take();
        }
    }

    private List<String> cells(Line line) {
        return piped ? Cells.ofPipes(line.raw()) : Cells.ofTabs(line.raw());
    }

    private boolean readNext() {
        Line line = lines.get(at);
        if (line.isBlank()) {
            at++;
            return true;
        }
        if (line.table() != null) {
            return false;
        }
        boolean drawn = piped ? Cells.isPiped(line.raw()) : line.raw().indexOf('\t') >= 0;
        boolean adjacent = at == end + 1;
        if (!drawn) {
            return continuesLastRow(line, adjacent) || isCategory(line);
        }
        List<String> raw = cells(line);
        if (piped && Cells.isRule(raw)) {
            take();
            return true;
        }
        List<String> repaired = Cells.repaired(raw);
        if (!header.isEmpty() && repaired.equals(header)) {
            omissions.add(Boilerplate.omission(line, Reason.REPEATED_HEADER));
            take();
            return true;
        }
        if (Column.isHeader(repaired) && !repaired.equals(header)) {
            return false;
        }
        if (!rows.isEmpty() && incomplete(rows.getLast()) && !startsRow(raw)) {
            extendLastRow(raw, line);
        } else {
            rows.add(new Row(pad(repaired), pad(raw), new LineRange(line.number(), line.number())));
        }
        take();
        return true;
    }

    private void take() {
        end = at;
        at++;
    }

    private boolean incomplete(Row row) {
        return filled < width
                && row.spanning() == null
                && row.lines().last() - row.lines().first() < MAX_LINES;
    }

    private int filled;

    private boolean startsRow(List<String> raw) {
        return raw.size() >= width || Ordinals.ofCell(Repair.clean(raw.getFirst())) > 0;
    }

    private List<String> pad(List<String> cells) {
        filled = cells.size();
        List<String> padded = new ArrayList<>(cells);
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }

    /** A row broken in the middle of a cell: the first piece continues the last cell, the others follow. */
    private void extendLastRow(List<String> raw, Line line) {
        Row last = rows.removeLast();
        List<String> cells = new ArrayList<>(last.raw());
        int open = Math.min(filled, cells.size()) - 1;
        String seam = namesUnits(open) && UnitNames.areApart(last.cell(open), Repair.clean(raw.getFirst())) ? "\n" : "";
        cells.set(open, cells.get(open) + seam + raw.getFirst());
        int column = open;
        for (int i = 1; i < raw.size() && column + 1 < cells.size(); i++) {
            column++;
            cells.set(column, raw.get(i));
        }
        filled = column + 1;
        rows.add(
                new Row(Cells.repaired(cells), cells, new LineRange(last.lines().first(), line.number())));
    }

    private boolean namesUnits(int column) {
        Column known =
                column < header.size() ? Column.ofHeader(header.get(column)).orElse(null) : null;
        return known == Column.LEAD_UNIT || known == Column.SUPPORTING_UNIT || known == Column.ORIGIN_UNIT;
    }

    private boolean continuesLastRow(Line line, boolean adjacent) {
        if (!adjacent
                || rows.isEmpty()
                || isTooLong(rows.getLast())
                || rows.getLast().spanning() != null
                || piped) {
            return false;
        }
        Marker marker = line.marker();
        boolean heading = marker != null && marker.style() == Style.HAN;
        if (heading || line.headingLevel() > 0 || isNote(line.text()) || Captions.isCaption(line.text())) {
            return false;
        }
        int stillFilled = filled;
        if (stillFilled >= width && !isOpenCell(rows.getLast().cell(width - 1), line.text())) {
            return false;
        }
        extendLastRow(List.of(line.raw()), line);
        take();
        return true;
    }

    private static boolean isTooLong(Row row) {
        return row.lines().last() - row.lines().first() >= MAX_LINES;
    }

    private static boolean isOpenCell(String cell, String next) {
        // an empty cell may have lost its only word to the next line
        return cell.isEmpty()
                ? next.length() < 40 && !Glyphs.endsSentence(next)
                : cell.length() + next.length() < 400 && next.length() < 80;
    }

    private static boolean isNote(String text) {
        return text.startsWith("资料来源") || text.startsWith("注：") || text.startsWith("数据来源") || text.startsWith("备注：");
    }

    /** A line between rows that names the category of those below, without tabs around it. */
    private boolean isCategory(Line line) {
        Marker marker = line.marker();
        boolean numbered = marker != null && (marker.style() == Style.HAN || marker.style() == Style.HAN_PAREN);
        if (!numbered || line.text().length() > 40 || line.text().indexOf('。') >= 0 || !moreRowsFollow()) {
            return false;
        }
        List<String> cells = new ArrayList<>();
        cells.add(line.text());
        rows.add(new Row(pad(cells), pad(List.of(line.raw())), new LineRange(line.number(), line.number())));
        filled = width;
        take();
        return true;
    }

    /** Looks past further categories and blank lines for a row. */
    private boolean moreRowsFollow() {
        for (int i = at + 1; i < lines.size() && i < at + 16; i++) {
            Line line = lines.get(i);
            if (line.isBlank() || taken[i]) {
                continue;
            }
            if (line.raw().indexOf('\t') >= 0) {
                return cells(line).size() >= Math.min(width, 3);
            }
            Marker marker = line.marker();
            if (marker == null || marker.style() != Style.HAN || line.text().length() > 40) {
                return false;
            }
        }
        return false;
    }
}
