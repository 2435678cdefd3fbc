package io.casewire.parsing.genre.plan;

import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.field.deadline.Timeframe;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.text.ComparableKey;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans, divisions of tasks and opinions: items that say who has to do them. */
public final class PlanRecogniser implements Recogniser {
    private static final int SUREST = 90;
    /** Fewer items with units are no plan. */
    private static final int MIN_COUNT = 3;

    /** A plan by its title may be as short as this. */
    private static final int FEWEST = 2;

    /** A chapter's name alone is a weaker sign than units. */
    private static final int WEAK = 58;

    private static final int HEAD = 12;
    private static final int MAX_TITLE_LENGTH = 60;

    private static final Lexicon WORK = Lexicon.of("措施", "任务", "分工");
    /** What a list of results calls itself: there a bracket says where one comes from. */
    private static final Lexicon RESULTS = Lexicon.of("经验", "案例", "成果", "做法", "复制推广");

    private static final List<String> CASE_LABELS = List.of("适用范围：", "推广范围：", "复制推广范围：");

    @Override
    public Genre genre() {
        return Genre.PLAN;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        int items = 0;
        int cases = 0;
        boolean listed = dividesWork(text);
        for (Paragraph paragraph : InlineParts.split(text.paragraphs())) {
            Responsibility found = listed
                    ? Duty.trailing(paragraph.text(), FirstUnit.IS_ONE_OF_MANY)
                    : ResponsibilityReader.trailing(paragraph.text(), FirstUnit.IS_ONE_OF_MANY);
            items += found == null ? 0 : 1;
            if (found != null
                    && CASE_LABELS.stream().anyMatch(label -> paragraph.text().indexOf(label, found.start()) > 0)) {
                cases++;
            }
        }
        int rows = text.tables().stream().mapToInt(TaskTable::rowsOf).sum();
        // measures with the scope they hold for are cases to take over, whoever is responsible
        int tasks = cases > 0 ? rows : items + rows;
        boolean enough = tasks >= MIN_COUNT || (tasks == FEWEST && callsItselfPlan(text));
        return enough ? fit(tasks) : fitOfChapters(text);
    }

    private static Fit fitOfChapters(DocumentText text) {
        int tasks = unassigned(text);
        return tasks < MIN_COUNT
                ? Fit.NONE
                : new Fit(WEAK, "a chapter of tasks with " + tasks + " items, nobody named responsible");
    }

    /** How many tasks stand in the chapters of a document that calls itself a plan and says where or when they are to be done. */
    private static int unassigned(DocumentText text) {
        if (!callsItselfPlan(text)) {
            return 0;
        }
        List<Paragraph> paragraphs = InlineParts.split(text.paragraphs());
        List<Item> tasks = TaskChapter.in(Item.tree(paragraphs)).stream()
                .flatMap(chapter -> TaskChapter.sections(chapter).stream())
                .flatMap(section -> section.tasks().stream())
                .toList();
        return Addressed.isPlace(text) || Addressed.areDue(tasks) ? tasks.size() : 0;
    }

    private static boolean callsItselfPlan(DocumentText text) {
        return text.paragraphs().stream()
                .limit(HEAD)
                .map(Paragraph::text)
                .anyMatch(line -> line.length() <= MAX_TITLE_LENGTH && TaskChapter.mayStandIn(line));
    }

    /** Whether a bracket with nothing but offices says who does it, as in what is called a plan, measures or a division of tasks. */
    private static boolean dividesWork(DocumentText text) {
        List<String> titles = text.paragraphs().stream()
                .limit(HEAD)
                .map(Paragraph::text)
                .filter(line -> line.length() <= MAX_TITLE_LENGTH)
                .toList();
        return titles.stream().noneMatch(RESULTS::isIn)
                && titles.stream().anyMatch(line -> TaskChapter.mayStandIn(line) || WORK.isIn(line));
    }

    private static Fit fit(int items) {
        return new Fit(Math.min(SUREST, 60 + 2 * items), items + " items name the units responsible for them");
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<Paragraph> paragraphs = InlineParts.split(text.paragraphs());
        Conventions conventions =
                new Conventions(firstUnit(paragraphs), Timeframe.of(identity.title(), identity.issuedOn()));
        TaskReader reader = new TaskReader(identity.key(), conventions);
        Item root = Item.tree(paragraphs);
        new ClosingUnits(conventions).raise(root);
        reader.read(root, List.of());
        List<DiagnosticRecord> diagnostics = new ArrayList<>(reader.diagnostics());
        List<TaskRecord> tasks = new ArrayList<>(reader.tasks());
        if (tasks.isEmpty() && text.tables().isEmpty()) {
            TaskChapter.in(root).forEach(reader::read);
            tasks.addAll(reader.tasks());
            diagnostics.add(new DiagnosticRecord(
                    Severity.INFO,
                    "TASKS_WITHOUT_UNITS",
                    "The document names nobody responsible for its " + tasks.size() + " tasks",
                    null));
        }
        addRows(tasks, TaskTable.read(text.tables(), identity.key(), conventions));
        List<ParsedRecord> records = new ArrayList<>(tasks);
        records.addAll(IndicatorReader.read(text, identity.key()));
        return Findings.of(records, diagnostics);
    }

    /** The table attached often repeats what the text has told; then the text counts, and the table gives the time it lacks. */
    private static void addRows(List<TaskRecord> tasks, List<TaskRecord> rows) {
        Map<String, Integer> told = new HashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            told.putIfAbsent(ComparableKey.of(tasks.get(i).title()), i);
        }
        for (TaskRecord row : rows) {
            Integer at = told.get(ComparableKey.of(row.title()));
            if (at == null) {
                tasks.add(row);
            } else if (tasks.get(at).deadline() == null && row.deadline() != null) {
                tasks.set(at, withDeadline(tasks.get(at), row.deadline()));
            }
        }
    }

    private static TaskRecord withDeadline(TaskRecord task, Deadline deadline) {
        return new TaskRecord(
                task.id(),
                task.number(),
                task.title(),
                task.responsibleUnits(),
                task.leadUnits(),
                task.supportingUnits(),
                deadline,
                task.measures(),
                task.target(),
                task.scopeText(),
                task.path(),
                task.lines());
    }

    private static FirstUnit firstUnit(List<Paragraph> paragraphs) {
        return FirstUnit.saidByAll(paragraphs.stream().map(Paragraph::text).toList());
    }
}
