package io.casewire.ingest.plan;

import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.ingest.deadline.DeadlineReader;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Style;
import io.casewire.ingest.responsibility.Responsibility;
import io.casewire.ingest.text.Fold;
import io.casewire.ingest.text.Glyphs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes tasks of the numbered parts that name who is responsible for them. */
final class TaskReader {
    /** Longer first sentences are text, not titles. */
    private static final int LONGEST_TITLE = 60;

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
        boolean section = carrying >= 2 && carrying * 2 > children.size();
        int before = 0;
        for (Item child : children) {
            boolean task = isTask(child);
            if (task || (section && child.children().stream().noneMatch(this::isTask))) {
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
        boolean chapter = item.style() == null || item.style() == Style.CHAPTER || item.style() == Style.HAN;
        if (chapter && item.children().stream().filter(this::namesUnits).count() >= 2) {
            return false;
        }
        return namesUnits(item);
    }

    private boolean namesUnits(Item item) {
        return namingUnits.computeIfAbsent(item, this::readsUnits);
    }

    private boolean readsUnits(Item item) {
        Paragraph heading = item.heading();
        if (heading != null && Duty.of(heading, conventions).responsibility() != null) {
            return true;
        }
        return item.body().stream()
                .anyMatch(paragraph -> Duty.of(paragraph, conventions).responsibility() != null);
    }

    private TaskRecord task(Item item, List<String> path) {
        Conventions own = conventions;
        for (String heading : path) {
            own = own.within(heading);
        }
        Draft draft = new Draft(own);
        String title = draft.readHeading(item);
        draft.readBody(item);
        for (Item child : item.children()) {
            draft.readPart(child);
        }
        Responsibility who = draft.responsibility;
        return new TaskRecord(
                TaskId.derive(documentKey, uniqueKey(title)),
                item.number() == 0 ? null : item.number(),
                title,
                who == null ? List.of() : who.units(),
                who == null ? List.of() : who.leadUnits(),
                who == null ? List.of() : who.supportingUnits(),
                draft.deadline(),
                draft.measures,
                draft.target.isEmpty() ? null : draft.target.toString(),
                draft.scope,
                path,
                item.lines());
    }

    /** Two tasks of one document may carry the same title; the second is told apart by its turn, not by its place. */
    private String uniqueKey(String title) {
        String key = Fold.key(title);
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

    /** A task in the making. */
    private static final class Draft {
        private final Conventions conventions;
        private final List<TaskMeasure> measures = new ArrayList<>();
        private final StringBuilder target = new StringBuilder();
        private @Nullable Responsibility responsibility;
        private @Nullable Deadline labelled;
        private @Nullable Deadline printed;
        private @Nullable String scope;

        Draft(Conventions conventions) {
            this.conventions = conventions;
        }

        @Nullable
        Deadline deadline() {
            return labelled != null ? labelled : printed;
        }

        String readHeading(Item item) {
            Paragraph heading = item.heading();
            if (heading == null) {
                return "";
            }
            Duty duty = Duty.of(heading, conventions);
            take(duty);
            String text = duty.text();
            boolean divided = item.children().stream().anyMatch(child -> PartLabel.at(child.headingText()) != null);
            int end = divided ? text.length() : firstSentence(text);
            String rest = titleOf(text.substring(end));
            if (!rest.isEmpty()) {
                addMeasure(null, text.substring(end).strip(), List.of(duty));
            }
            return titleOf(text.substring(0, end));
        }

        void readBody(Item item) {
            for (Paragraph paragraph : item.body()) {
                Duty duty = Duty.of(paragraph, conventions);
                PartLabel.Found label = PartLabel.at(duty.text());
                take(duty);
                if (label != null) {
                    readLabelled(
                            label.label(), duty.text().substring(label.end()).strip(), duty);
                } else if (!duty.isNoteOnly()) {
                    addMeasure(null, duty.text(), List.of(duty));
                }
            }
        }

        void readPart(Item part) {
            PartLabel.Found label = PartLabel.at(part.headingText());
            if (label == null) {
                addMeasure(part);
                return;
            }
            String rest = part.headingText().substring(label.end()).strip();
            if (label.label() == PartLabel.MEASURES) {
                if (!rest.isEmpty() && part.heading() != null) {
                    Duty duty = Duty.of(part.heading(), conventions);
                    addMeasure(
                            null,
                            duty.text()
                                    .substring(Math.min(label.end(), duty.text().length())),
                            List.of(duty));
                }
                for (Paragraph paragraph : part.body()) {
                    Duty duty = Duty.of(paragraph, conventions);
                    addMeasure(null, duty.text(), List.of(duty));
                }
                part.children().forEach(this::addMeasure);
            } else {
                StringBuilder text = new StringBuilder(rest);
                part.paragraphs().stream().skip(1).forEach(paragraph -> text.append(paragraph.text()));
                readLabelled(label.label(), text.toString(), null);
            }
        }

        private void readLabelled(PartLabel label, String text, @Nullable Duty duty) {
            switch (label) {
                case MEASURES -> {
                    if (!text.isEmpty()) {
                        addMeasure(null, text, duty == null ? List.of() : List.of(duty));
                    }
                }
                case TARGET -> target.append(text);
                case SCOPE -> scope = titleOf(text);
            }
        }

        private void addMeasure(Item part) {
            List<Duty> duties = part.paragraphs().stream()
                    .map(paragraph -> Duty.of(paragraph, conventions))
                    .toList();
            StringBuilder text = new StringBuilder();
            duties.forEach(duty -> text.append(duty.text()));
            addMeasure(part.number(), text.toString(), duties);
        }

        private void addMeasure(@Nullable Integer number, String text, List<Duty> duties) {
            if (text.isBlank()) {
                return;
            }
            List<String> lead = new ArrayList<>();
            List<String> supporting = new ArrayList<>();
            List<Deadline> deadlines = new ArrayList<>();
            for (Duty duty : duties) {
                Responsibility who = duty.responsibility();
                if (who != null) {
                    boolean told =
                            !who.leadUnits().isEmpty() || !who.supportingUnits().isEmpty();
                    addNew(lead, who.leadUnits());
                    addNew(supporting, told ? who.supportingUnits() : who.units());
                }
                if (duty.deadline() != null) {
                    deadlines.add(duty.deadline());
                }
            }
            deadlines.addAll(DeadlineReader.in(text, conventions.timeframe()));
            if (printed == null && !deadlines.isEmpty()) {
                printed = deadlines.getLast();
            }
            measures.add(new TaskMeasure(number, text, lead, supporting, deadlines));
        }

        private static void addNew(List<String> units, List<String> more) {
            more.stream().filter(unit -> !units.contains(unit)).forEach(units::add);
        }

        private void take(Duty duty) {
            if (responsibility == null) {
                responsibility = duty.responsibility();
            }
            if (labelled == null) {
                labelled = duty.deadline();
            }
        }

        /** End of the first sentence where that is a title and more follows; else the end of the text. */
        private static int firstSentence(String text) {
            for (int i = 0; i < Math.min(text.length(), LONGEST_TITLE); i++) {
                if (Glyphs.isSentenceEnd(text.charAt(i)) && text.charAt(i) != '；') {
                    return i + 1;
                }
            }
            return text.length();
        }
    }
}
