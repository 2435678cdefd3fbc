package io.casewire.parsing.genre.plan;

import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.parsing.casefile.RunIns;
import io.casewire.parsing.field.deadline.DeadlineReader;
import io.casewire.parsing.field.deadline.Timeframe;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.LeadUnits;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Ordinals;
import io.casewire.parsing.table.Cells;
import io.casewire.parsing.table.Column;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Task divisions printed as tables: one row a task. */
final class TaskTable {
    private TaskTable() {}

    /** How many tasks a table holds; 0 for a table of another kind. */
    static int rowsOf(Table printed) {
        Table table = headed(printed);
        return isTaskTable(table) ? table.rows().size() : 0;
    }

    private static Table headed(Table table) {
        return Headed.of(table, cell -> TaskColumn.of(cell) != null);
    }

    static List<TaskRecord> read(List<Table> tables, String documentKey, Conventions conventions) {
        List<TaskRecord> tasks = new ArrayList<>();
        Map<String, Integer> titles = new HashMap<>();
        for (Table printed : tables) {
            Table table = headed(printed);
            if (!isTaskTable(table)) {
                continue;
            }
            TaskColumns columns = TaskColumns.of(table.header());
            boolean leads = table.header().stream().anyMatch(header -> FirstUnit.saidBy(header) == FirstUnit.LEADS);
            Conventions ofTable = leads ? new Conventions(FirstUnit.LEADS, conventions.timeframe()) : conventions;
            List<String> caption = table.caption() == null ? List.of() : List.of(table.caption());
            List<String> path = caption;
            for (Table.Row row : table.rows()) {
                String group = row.spanning();
                if (group != null) {
                    path = new ArrayList<>(caption);
                    path.add(withoutNumber(group));
                    continue;
                }
                TaskRecord task = task(row, columns, path, documentKey, ofTable, titles);
                if (task != null) {
                    tasks.add(task);
                }
            }
        }
        return tasks;
    }

    private static String withoutNumber(String group) {
        Marker marker = Marker.read(group);
        return TaskReader.titleOf(marker == null ? group : group.substring(marker.end()));
    }

    /** Who is to do what; a table that says where it is promoted or what came of it lists cases. */
    private static boolean isTaskTable(Table table) {
        return TaskColumns.of(table.header()).areOfTasks()
                && table.header().stream().noneMatch(TaskTable::ofCases);
    }

    private static boolean ofCases(String header) {
        Column column = Column.ofHeader(header).orElse(null);
        return column == Column.SCOPE
                || column == Column.EFFECTS
                || column == Column.INSTRUMENT
                || column == Column.ORIGINALITY
                || column == Column.ORIGIN_ZONE
                || column == Column.BACKGROUND;
    }

    private static @Nullable TaskRecord task(
            Table.Row row,
            TaskColumns columns,
            List<String> path,
            String documentKey,
            Conventions conventions,
            Map<String, Integer> titles) {
        String title = TaskReader.titleOf(columns.title(row));
        if (title.isEmpty()) {
            return null;
        }
        List<String> whole = new ArrayList<>(path);
        whole.addAll(columns.groups(row));
        Timeframe timeframe = conventions.timeframe();
        for (String heading : whole) {
            timeframe = timeframe.within(heading);
        }
        Units units = Units.of(row, columns, conventions.firstUnit());
        List<TaskMeasure> measures = new ArrayList<>();
        for (String cell : columns.measures(row)) {
            measures.addAll(measures(cell, timeframe));
        }
        int number = Ordinals.ofCell(columns.cell(row, TaskColumn.NUMBER));
        String key = ComparableKey.of(title);
        int turn = titles.merge(key, 1, Integer::sum);
        String target = columns.cell(row, TaskColumn.TARGET);
        return new TaskRecord(
                TaskId.derive(documentKey, turn == 1 ? key : key + '#' + turn),
                number > 0 ? number : null,
                title,
                units.all(),
                units.lead(),
                units.supporting(),
                deadline(columns.cell(row, TaskColumn.DEADLINE), title, timeframe),
                measures,
                Cells.isNone(target) ? null : target,
                null,
                whole,
                row.lines());
    }

    /** The time its column states; without such a column or where it is blank, the one its title does. */
    private static @Nullable Deadline deadline(String cell, String title, Timeframe timeframe) {
        Deadline stated = DeadlineReader.read(cell, timeframe);
        List<Deadline> inTitle = stated == null ? DeadlineReader.in(title, timeframe) : List.of();
        return inTitle.isEmpty() ? stated : inTitle.getLast();
    }

    /** The numbered measures of a cell; the whole cell where it numbers none. */
    private static List<TaskMeasure> measures(String cell, Timeframe timeframe) {
        List<TaskMeasure> measures = new ArrayList<>();
        for (NumberedText item : RunIns.numbered(cell)) {
            String text = item.heading() == null ? item.text() : item.heading() + "。" + item.text();
            measures.add(
                    new TaskMeasure(item.number(), text, List.of(), List.of(), DeadlineReader.in(text, timeframe)));
        }
        if (measures.isEmpty()) {
            measures.add(new TaskMeasure(null, cell, List.of(), List.of(), DeadlineReader.in(cell, timeframe)));
        }
        return measures;
    }

    /** Who does it, from up to three columns. */
    private record Units(List<String> all, List<String> lead, List<String> supporting) {
        static Units of(Table.Row row, TaskColumns columns, FirstUnit firstUnit) {
            Units units = new Units(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Responsibility leading = columns.units(row, TaskColumn.LEAD, FirstUnit.IS_ONE_OF_MANY);
            if (leading != null) {
                addNew(units.all, leading.units());
                LeadUnits told = LeadUnits.of(leading);
                addNew(units.lead, told.lead());
                addNew(units.supporting, told.supporting());
            }
            Responsibility others = columns.units(row, TaskColumn.RESPONSIBLE, firstUnit);
            if (others != null && units.lead.isEmpty()) {
                addNew(units.lead, others.leadUnits());
                addNew(units.supporting, others.supportingUnits());
            }
            if (others != null) {
                addNew(units.all, others.units());
            }
            Responsibility helping = columns.units(row, TaskColumn.SUPPORTING, FirstUnit.IS_ONE_OF_MANY);
            if (helping != null) {
                addNew(units.all, helping.units());
                addNew(units.supporting, helping.units());
            }
            if (others != null && !units.lead.isEmpty()) {
                addNew(units.supporting, others.units());
                units.supporting.removeAll(units.lead);
            }
            return units;
        }

        private static void addNew(List<String> all, List<String> more) {
            more.stream().filter(unit -> !all.contains(unit)).forEach(all::add);
        }
    }
}
