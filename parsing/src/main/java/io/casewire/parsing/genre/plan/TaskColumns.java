package io.casewire.parsing.genre.plan;

import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.table.Cells;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell of a row says what. Every column that may tell what is to be done is one of titles or of measures. */
final class TaskColumns {
    private final Map<TaskColumn, Integer> columns = new EnumMap<>(TaskColumn.class);
    private final List<Integer> groups = new ArrayList<>();
    private final List<Integer> measures = new ArrayList<>();
    private final int title;

    private TaskColumns(List<String> header) {
        int named = -1;
        for (int i = 0; i < header.size(); i++) {
            TaskColumn column = TaskColumn.of(header.get(i));
            if (column == TaskColumn.GROUP) {
                groups.add(i);
            } else if (column == TaskColumn.TASK || column == TaskColumn.MEASURE) {
                measures.add(i);
                named = named < 0 && column == TaskColumn.TASK ? i : named;
            } else if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        if (named < 0 && columns.containsKey(TaskColumn.DEADLINE)) {
            named = Column.positions(header).getOrDefault(Column.TITLE, -1);
        }
        title = named >= 0 || measures.isEmpty() ? named : measures.getFirst();
        measures.remove(Integer.valueOf(title));
    }

    static TaskColumns of(List<String> header) {
        return new TaskColumns(header);
    }

    /** Whether they say who is to do what. */
    boolean areOfTasks() {
        return title >= 0
                && (columns.containsKey(TaskColumn.LEAD)
                        || columns.containsKey(TaskColumn.RESPONSIBLE)
                        || columns.containsKey(TaskColumn.SUPPORTING));
    }

    /** The text of a column; empty where there is none of that kind. */
    String cell(Table.Row row, TaskColumn column) {
        return row.cell(columns.getOrDefault(column, -1)).strip();
    }

    /** What the row is called; of a row without a title, what is to be done. */
    String title(Table.Row row) {
        String own = row.cell(title).strip();
        return own.isEmpty()
                ? measures.stream()
                        .map(row::cell)
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .findFirst()
                        .orElse("")
                : own;
    }

    /** What else is to be done, a text for each cell that says something. */
    List<String> measures(Table.Row row) {
        String called = title(row);
        return measures.stream()
                .map(column -> row.cell(column).strip())
                .filter(cell -> !Cells.isNone(cell) && !cell.equals(called))
                .toList();
    }

    List<String> groups(Table.Row row) {
        return groups.stream()
                .map(column -> row.cell(column).strip())
                .filter(cell -> !Cells.isNone(cell))
                .toList();
    }

    /** Who a column names; null where it names nobody. */
    @Nullable
    Responsibility units(Table.Row row, TaskColumn column, FirstUnit firstUnit) {
        int at = columns.getOrDefault(column, -1);
        return ResponsibilityReader.ofCell(row.rawCell(at), row.cell(at), firstUnit);
    }
}
