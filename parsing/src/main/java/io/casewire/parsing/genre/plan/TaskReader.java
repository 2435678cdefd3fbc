package io.casewire.parsing.genre.plan;

import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Style;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes tasks of the numbered parts that name who is responsible for them. */
final class TaskReader {
    private final String documentKey;
    private final Conventions conventions;
    private final List<TaskRecord> tasks = new ArrayList<>();
    private final List<DiagnosticRecord> diagnostics = new ArrayList<>();
    private final Map<String, Integer> titles = new HashMap<>();
    /** The question is asked of an item by itself and for each of the parts around it. */
    private final Map<Item, Boolean> namingUnits = new HashMap<>();

    TaskReader(String documentKey, Conventions conventions) {
        this.documentKey = documentKey;
        this.conventions = conventions;
    }

    List<TaskRecord> tasks() {
        return tasks;
    }

    List<DiagnosticRecord> diagnostics() {
        return diagnostics;
    }

    /** Reads the parts below an item whose own heading is the last of {@code path}. */
    void read(Item parent, List<String> path) {
        List<Item> children = parent.children();
        long carrying = children.stream().filter(this::isTask).count();
        // where most parts of a section name their units, one that does not is a task without a unit
        boolean most = carrying >= 2 && carrying * 2 > children.size();
        boolean work = carrying >= 1 && parent.heading() != null && TaskChapter.saysWhatToDo(parent);
        int before = 0;
        for (Item child : children) {
            boolean task = isTask(child);
            boolean without = most || (work && TaskChapter.isTask(child));
            if (task || (without && child.children().stream().noneMatch(this::isTask))) {
                TaskRecord record = task(child, path);
                tasks.add(record);
                checkNumber(record, before);
                before = child.number();
                if (!task) {
                    warn("TASK_WITHOUT_UNIT", "No responsible unit is named for task " + record.title(), record);
                }
            } else {
                List<String> below = new ArrayList<>(path);
                if (child.heading() != null) {
                    below.add(titleOf(child.headingText()));
                }
                read(child, below);
            }
        }
    }

    /** Reads the tasks of a chapter that names nobody responsible. */
    void read(Item chapter) {
        for (TaskChapter.Section section : TaskChapter.sections(chapter)) {
            List<String> path = new ArrayList<>(List.of(titleOf(chapter.headingText())));
            if (section.heading() != null) {
                path.add(titleOf(section.heading().headingText()));
            }
            section.tasks().forEach(item -> tasks.add(task(item, path)));
        }
    }

    private void checkNumber(TaskRecord task, int before) {
        Integer number = task.number();
        if (number != null && before > 0 && number != before + 1 && number != 1) {
            warn("NUMBERING_GAP", "Task " + number + " follows task " + before, task);
        }
    }

    private void warn(String code, String message, TaskRecord task) {
        diagnostics.add(new DiagnosticRecord(Severity.WARNING, code, message, task.lines()));
    }

    /** Whether the item itself names units; a chapter whose parts do is none. */
    private boolean isTask(Item item) {
        boolean chapter = item.style() == null || item.style().compareTo(Style.NAMED) <= 0;
        if (chapter
                && !item.announcesMeasures()
                && item.children().stream().filter(this::namesUnits).count() >= 2) {
            return false;
        }
        return namesUnits(item);
    }

    private boolean namesUnits(Item item) {
        Boolean known = namingUnits.get(item);
        if (known == null) {
            // no computeIfAbsent: an item that announces measures asks them
            known = readsUnits(item);
            namingUnits.put(item, known);
        }
        return known;
    }

    private boolean readsUnits(Item item) {
        Paragraph heading = item.heading();
        if (heading != null && Duty.namesUnits(heading, conventions)) {
            return true;
        }
        return item.body().stream().anyMatch(paragraph -> Duty.namesUnits(paragraph, conventions))
                || (item.announcesMeasures() && item.children().stream().anyMatch(this::namesUnits));
    }

    private TaskRecord task(Item item, List<String> path) {
        Conventions own = conventions;
        for (String heading : path) {
            own = own.within(heading);
        }
        TaskDraft draft = new TaskDraft(own);
        String title = draft.readHeading(item);
        draft.readBody(item);
        for (Item child : item.children()) {
            draft.readPart(child);
        }
        return new TaskRecord(
                TaskId.derive(documentKey, uniqueKey(title)),
                item.number() == 0 ? null : item.number(),
                title,
                draft.units().units(),
                draft.units().lead(),
                draft.units().supporting(),
                draft.deadline(),
                draft.measures(),
                draft.target(),
                draft.scope(),
                path,
                item.lines());
    }

    /** Two tasks of one document may carry the same title; the second is told apart by its turn, not by its place. */
    private String uniqueKey(String title) {
        String key = ComparableKey.of(title);
        int turn = titles.merge(key, 1, Integer::sum);
        return turn == 1 ? key : key + '#' + turn;
    }

    /** A heading without its closing mark and without the note that says whose turn comes first. */
    static String titleOf(String heading) {
        String title = heading.strip();
        while (title.endsWith("）") || title.endsWith(")")) {
            int open = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
            if (open <= 0 || !title.substring(open).contains("牵头")) {
                break;
            }
            title = title.substring(0, open).strip();
        }
        while (!title.isEmpty() && "。；：".indexOf(title.charAt(title.length() - 1)) >= 0) {
            title = title.substring(0, title.length() - 1);
        }
        return title;
    }
}
