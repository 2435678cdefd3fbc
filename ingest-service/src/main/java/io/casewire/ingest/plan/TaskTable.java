package io.casewire.ingest.plan;

import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.ingest.cases.RunIns;
import io.casewire.ingest.deadline.DeadlineReader;
import io.casewire.ingest.deadline.Timeframe;
import io.casewire.ingest.layout.Table;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Ordinals;
import io.casewire.ingest.responsibility.FirstUnit;
import io.casewire.ingest.responsibility.Responsibility;
import io.casewire.ingest.responsibility.ResponsibilityReader;
import io.casewire.ingest.responsibility.UnitNames;
import io.casewire.ingest.table.Column;
import io.casewire.ingest.text.Fold;
import java.util.ArrayList;
import java.util.EnumMap;
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
        return Headed.of(table, cell -> Field.of(cell) != null);
    }

    static List<TaskRecord> read(List<Table> tables, String documentKey, Conventions conventions) {
        List<TaskRecord> tasks = new ArrayList<>();
        Map<String, Integer> titles = new HashMap<>();
        for (Table printed : tables) {
            Table table = headed(printed);
            if (!isTaskTable(table)) {
                continue;
            }
            Map<Field, Integer> columns = columns(table);
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
        Map<Field, Integer> columns = columns(table);
        boolean named = columns.containsKey(Field.TASK) || columns.containsKey(Field.MEASURE);
        boolean assigned = columns.containsKey(Field.LEAD)
                || columns.containsKey(Field.RESPONSIBLE)
                || columns.containsKey(Field.SUPPORTING);
        return named && assigned && table.header().stream().noneMatch(TaskTable::ofCases);
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
            Map<Field, Integer> columns,
            List<String> path,
            String documentKey,
            Conventions conventions,
            Map<String, Integer> titles) {
        String measure = cell(row, columns, Field.MEASURE);
        String name = cell(row, columns, Field.TASK);
        String title = TaskReader.titleOf(name.isEmpty() ? measure : name);
        if (title.isEmpty()) {
            return null;
        }
        List<String> lead = units(row, columns, Field.LEAD);
        List<String> supporting = units(row, columns, Field.SUPPORTING);
        Responsibility others = ResponsibilityReader.read(divided(row, columns), conventions.firstUnit());
        List<String> leading = new ArrayList<>(lead);
        List<String> helping = new ArrayList<>(supporting);
        List<String> units = new ArrayList<>(lead);
        if (others != null) {
            if (leading.isEmpty()) {
                leading.addAll(others.leadUnits());
                helping.addAll(0, others.supportingUnits());
            } else {
                others.units().stream().filter(unit -> !leading.contains(unit)).forEach(helping::add);
            }
            others.units().stream().filter(unit -> !units.contains(unit)).forEach(units::add);
        }
        supporting.stream().filter(unit -> !units.contains(unit)).forEach(units::add);
        String time = cell(row, columns, Field.DEADLINE);
        String group = cell(row, columns, Field.GROUP);
        List<String> whole = new ArrayList<>(path);
        if (!group.isEmpty()) {
            whole.add(group);
        }
        Timeframe timeframe = conventions.timeframe();
        for (String heading : whole) {
            timeframe = timeframe.within(heading);
        }
        Deadline deadline = DeadlineReader.read(time, timeframe);
        List<TaskMeasure> measures = measure.isEmpty() || name.isEmpty() ? List.of() : measures(measure, timeframe);
        int number = Ordinals.ofCell(cell(row, columns, Field.NUMBER));
        String key = Fold.key(title);
        int turn = titles.merge(key, 1, Integer::sum);
        String target = cell(row, columns, Field.TARGET);
        return new TaskRecord(
                TaskId.derive(documentKey, turn == 1 ? key : key + '#' + turn),
                number > 0 ? number : null,
                title,
                units,
                leading,
                helping,
                deadline,
                measures,
                target.isEmpty() ? null : target,
                null,
                whole,
                row.lines());
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

    private static String cell(Table.Row row, Map<Field, Integer> columns, Field field) {
        Integer column = columns.get(field);
        return column == null ? "" : row.cell(column).strip();
    }

    private static List<String> units(Table.Row row, Map<Field, Integer> columns, Field field) {
        Integer column = columns.get(field);
        return column == null
                ? List.of()
                : UnitNames.ofCell(row.rawCell(column), row.cell(column).strip());
    }

    /** Those responsible, with marks between names that only blanks divide. */
    private static String divided(Table.Row row, Map<Field, Integer> columns) {
        String cell = cell(row, columns, Field.RESPONSIBLE);
        boolean plain = cell.chars().noneMatch(c -> "、，；：。（\n".indexOf(c) >= 0);
        return plain ? String.join("、", units(row, columns, Field.RESPONSIBLE)) : cell;
    }

    private static Map<Field, Integer> columns(Table table) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (int i = 0; i < table.header().size(); i++) {
            Field field = Field.of(table.header().get(i));
            if (field != null) {
                columns.putIfAbsent(field, i);
            }
        }
        return columns;
    }

    /** What a column of a task division says. */
    private enum Field {
        NUMBER,
        GROUP,
        TASK,
        MEASURE,
        LEAD,
        SUPPORTING,
        RESPONSIBLE,
        DEADLINE,
        TARGET;

        private static final Map<String, Field> BY_NAME = names();

        private static Map<String, Field> names() {
            Map<String, Field> names = new HashMap<>();
            put(names, NUMBER, "序号", "编号");
            put(names, GROUP, "类别", "领域", "任务类别", "分类", "重点领域", "板块", "一级任务");
            put(
                    names, TASK, "任务", "任务名称", "重点任务", "主要任务", "工作任务", "改革任务", "试点任务", "事项", "工作事项", "重点工作", "任务事项",
                    "改革事项", "工作内容", "目标任务", "二级任务", "重点任务名称");
            put(
                    names, MEASURE, "工作举措", "具体举措", "主要举措", "落实举措", "工作措施", "具体措施", "主要措施", "任务内容", "具体任务", "具体内容",
                    "举措", "措施", "主要内容", "任务措施", "三级任务");
            put(names, LEAD, "牵头单位", "牵头部门", "主办单位", "牵头责任单位", "责任牵头单位", "主责单位", "主责部门");
            put(names, SUPPORTING, "配合单位", "配合部门", "协办单位", "参与单位", "参加单位", "协同单位", "协助单位");
            put(names, RESPONSIBLE, "责任单位", "责任部门", "负责单位", "负责部门", "承办单位", "落实单位", "责任分工", "职责分工");
            put(
                    names, DEADLINE, "完成时限", "完成时间", "落实时间", "时限", "时间节点", "完成期限", "进度安排", "时间进度", "时间要求", "推进时间",
                    "完成时间节点");
            put(names, TARGET, "工作目标", "预期目标", "目标", "预期成效", "评估目标", "预期成果", "阶段目标", "成果形式", "年度目标");
            return names;
        }

        private static void put(Map<String, Field> names, Field field, String... some) {
            for (String name : some) {
                names.put(name, field);
            }
        }

        static @Nullable Field of(String header) {
            int note = header.indexOf('（');
            return BY_NAME.get(Fold.key(note > 0 ? header.substring(0, note) : header));
        }
    }
}
