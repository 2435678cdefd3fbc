package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.LeadUnits;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.field.responsibility.UnitNames;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Ordinals;
import io.casewire.parsing.table.Cells;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table whose rows are cases, whichever columns it has and in whichever order. */
public final class CaseTable {
    /** Columns of tables that rate or measure: nothing in them is there to be taken over. */
    private static final List<String> SCORING = List.of("分值", "评分", "权重", "得分", "扣分", "评价标准", "考核", "指标值", "目标值");

    private static final List<String> DUE = List.of("完成", "落实", "时限", "节点", "期限", "要求", "进度", "推进");

    private final Table table;
    private final Map<Column, Integer> columns;
    private final List<String> notes = new ArrayList<>();
    private final List<CaseDraft> drafts = new ArrayList<>();
    private final List<Row> sources = new ArrayList<>();
    private final List<DiagnosticRecord> diagnostics = new ArrayList<>();
    private @Nullable String category;
    private @Nullable Integer declaredInCategory;
    private int foundInCategory;
    private final List<Unprinted> unprinted = new ArrayList<>();
    private int withheld;
    private @Nullable LineRange categoryLines;

    private CaseTable(Table table, Map<Column, Integer> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** The columns of a table of cases; null where the table has no column of titles. */
    public static @Nullable Map<Column, Integer> columnsOf(Table table) {
        Map<Column, Integer> columns = Column.positions(table.header());
        return columns.containsKey(Column.TITLE) && !isScoring(table.header()) ? columns : null;
    }

    private static boolean isScoring(List<String> header) {
        return header.stream().anyMatch(name -> SCORING.stream().anyMatch(name::contains));
    }

    /** Whether it says who has to be done by when: such a table divides work, whatever it calls itself. */
    public static boolean dividesWork(Table table, Map<Column, Integer> columns) {
        int deadline = columns.getOrDefault(Column.DEADLINE, -1);
        return deadline >= 0
                && columns.containsKey(Column.LEAD_UNIT)
                && DUE.stream().anyMatch(table.header().get(deadline)::contains);
    }

    /** How many rows have a title: none in a form that is still to be filled in. */
    public static int titledRows(Table table) {
        Map<Column, Integer> columns = columnsOf(table);
        if (columns == null) {
            return 0;
        }
        int title = columns.getOrDefault(Column.TITLE, -1);
        return (int) table.rows().stream()
                .filter(row -> row.spanning() == null && !row.cell(title).isBlank())
                .count();
    }

    /** Reads the rows; empty where it is no table of cases. */
    public static @Nullable CaseTable read(Table table) {
        Map<Column, Integer> columns = columnsOf(table);
        if (columns == null) {
            return null;
        }
        CaseTable cases = new CaseTable(table, new EnumMap<>(columns));
        table.rows().forEach(cases::read);
        cases.closeCategory();
        cases.checkNumbers();
        return cases;
    }

    public List<CaseDraft> drafts() {
        return drafts;
    }

    /** The row a draft was read from. */
    public Row source(int index) {
        return sources.get(index);
    }

    /** Rows that speak of the whole table: the instrument that promotes it, a link. Unrepaired. */
    public List<String> notes() {
        return notes;
    }

    public List<DiagnosticRecord> diagnostics() {
        return diagnostics;
    }

    public boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The repaired text of a column in a row; empty where the table has no such column. */
    public String cell(Row row, Column column) {
        return row.cell(columns.getOrDefault(column, -1));
    }

    private String raw(Row row, Column column) {
        return row.rawCell(columns.getOrDefault(column, -1));
    }

    private void read(Row row) {
        String spanning = row.spanning();
        if (spanning != null) {
            readSpanning(row, spanning);
            return;
        }
        String title = cell(row, Column.TITLE).replace("\n", "");
        if (title.isEmpty()) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.WARNING, "ROW_WITHOUT_TITLE", "A table row has no title and was left out", row.lines()));
            return;
        }
        foundInCategory++;
        drafts.add(draft(row, title));
        sources.add(row);
    }

    private void readSpanning(Row row, String text) {
        Marker marker = Marker.read(text);
        boolean isCategory =
                text.length() <= 40 && !text.contains("。") && !text.contains("http") && !text.contains("《");
        if (isCategory && Ordinals.ofCell(text) < 0) {
            closeCategory();
            String name = marker == null ? text : text.substring(marker.end());
            Integer declared = Declared.trailingCount(name);
            category = Declared.withoutCount(name);
            declaredInCategory = declared;
            foundInCategory = 0;
            categoryLines = row.lines();
        } else {
            notes.add(firstFilled(row.raw()));
        }
    }

    private static String firstFilled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
    }

    /** How many items categories declare of which none is printed, where the numbering leaves out as many. */
    public int withheld() {
        return withheld;
    }

    private void closeCategory() {
        if (declaredInCategory != null && foundInCategory == 0) {
            unprinted.add(new Unprinted(String.valueOf(category), declaredInCategory, categoryLines));
            return;
        }
        if (declaredInCategory != null && declaredInCategory != foundInCategory) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.WARNING,
                    "CATEGORY_COUNT_MISMATCH",
                    "'" + category + "' declares " + declaredInCategory + " items, " + foundInCategory + " were found",
                    categoryLines));
        }
    }

    private CaseDraft draft(Row row, String title) {
        int number = Ordinals.ofCell(cell(row, Column.NUMBER));
        Marker marker = number > 0 ? null : Marker.read(title);
        String bare = marker == null ? title : title.substring(marker.end());
        LeadUnits leading = LeadUnits.ofCell(raw(row, Column.LEAD_UNIT), cell(row, Column.LEAD_UNIT));
        String printedCategory = cell(row, Column.CATEGORY).replace("\n", "");
        CaseDraft draft = new CaseDraft(bare, row.lines())
                .number(number > 0 ? Integer.valueOf(number) : marker == null ? null : Integer.valueOf(marker.number()))
                .printedTitle(printed(row, title))
                .category(printedCategory.isEmpty() ? category : Declared.bare(printedCategory))
                .originUnits(UnitNames.ofCell(raw(row, Column.ORIGIN_UNIT), cell(row, Column.ORIGIN_UNIT)))
                .leadUnits(leading.lead())
                .supportingUnits(helping(row, leading))
                .originality(Originalities.read(cell(row, Column.ORIGINALITY)))
                .background(cell(row, Column.BACKGROUND))
                .summary(cell(row, Column.SUMMARY))
                .practice(Passage.ofCell(cell(row, Column.PRACTICE)))
                .due(due(row))
                .effects(new Passage(null, cell(row, Column.EFFECTS), Passage.items(cell(row, Column.EFFECTS))));
        if (isInvolvement()) {
            draft.supportingUnits(units(row, Column.LEAD_UNIT)).leadUnits(List.of());
        }
        return draft;
    }

    /** The day its column states under the column's own name; empty where it states none. */
    private String due(Row row) {
        String day = cell(row, Column.DEADLINE).strip();
        return Cells.isNone(day) ? "" : table.header().get(columns.getOrDefault(Column.DEADLINE, 0)) + "：" + day;
    }

    private List<String> helping(Row row, LeadUnits leading) {
        List<String> helping = new ArrayList<>(leading.supporting());
        units(row, Column.SUPPORTING_UNIT).stream()
                .filter(unit -> !helping.contains(unit))
                .forEach(helping::add);
        return helping;
    }

    /** Units said to be concerned (涉及单位) take part; nobody says they lead. */
    private boolean isInvolvement() {
        Integer column = columns.get(Column.LEAD_UNIT);
        return column != null
                && !has(Column.SUPPORTING_UNIT)
                && table.header().get(column).contains("涉及");
    }

    private @Nullable String printed(Row row, String title) {
        String printed = Repair.printed(raw(row, Column.TITLE));
        return printed.equals(title) ? null : printed;
    }

    private List<String> units(Row row, Column column) {
        Responsibility named =
                ResponsibilityReader.ofCell(raw(row, column), cell(row, column), FirstUnit.IS_ONE_OF_MANY);
        return named == null ? List.of() : named.units();
    }

    /** A category of which nothing is printed. */
    private record Unprinted(
            String name, int declared, @Nullable LineRange lines) {
        DiagnosticRecord told(String more) {
            return new DiagnosticRecord(
                    Severity.WARNING,
                    "CATEGORY_COUNT_MISMATCH",
                    "'" + name + "' declares " + declared + " items, none is printed" + more,
                    lines);
        }
    }

    private void checkNumbers() {
        List<DiagnosticRecord> gaps = new ArrayList<>();
        int missing = 0;
        int expected = 1;
        for (CaseDraft draft : drafts) {
            Integer number = draft.number();
            if (number == null) {
                continue;
            }
            if (number != expected && number != 1) {
                gaps.add(Numbering.gap(expected, number, draft.lines()));
                missing += Math.max(0, number - expected);
            }
            expected = number + 1;
        }
        int declared = unprinted.stream().mapToInt(Unprinted::declared).sum();
        boolean explained = declared > 0 && gaps.size() == 1 && declared == missing;
        withheld = explained ? declared : 0;
        // one thing is odd, so one thing is said
        String why = explained ? ": " + gaps.getFirst().message() : "";
        unprinted.forEach(category -> diagnostics.add(category.told(why)));
        if (!explained) {
            diagnostics.addAll(gaps);
        }
    }
}
