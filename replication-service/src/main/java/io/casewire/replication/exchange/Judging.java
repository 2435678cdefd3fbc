package io.casewire.replication.exchange;

import io.casewire.contracts.id.ObligationId;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Disclosure;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.ledger.Ledger.Answer;
import io.casewire.replication.ledger.Report;
import io.casewire.replication.ledger.Rule;
import io.casewire.replication.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file on its way into the ledger: what its rows want, what is wrong in them, and how many are what. */
final class Judging {
    private static final int BATCH = 200;

    private final Matching matching;
    private final Ledger ledger;
    private final Disclosure disclosure;
    private final Caller caller;
    private final ExchangeSettings settings;
    private final Told errors;
    private final Told warnings;
    private final Set<String> ignoredColumns = new LinkedHashSet<>();
    private final Set<String> ignoredSheets = new LinkedHashSet<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<RowChange> changes = new ArrayList<>();
    private final Map<ObligationId, Integer> seen = new HashMap<>();
    private final List<Waiting> batch = new ArrayList<>();
    private int heads;
    private int rows;
    private int unchanged;
    private int passedOver;
    private int failed;

    Judging(Matching matching, Ledger ledger, Disclosure disclosure, Caller caller, ExchangeSettings settings) {
        this.matching = matching;
        this.ledger = ledger;
        this.disclosure = disclosure;
        this.caller = caller;
        this.settings = settings;
        this.errors = new Told(settings.maxTold());
        this.warnings = new Told(settings.maxTold());
    }

    private record Waiting(Head head, SheetRow row, ObligationId id) {}

    void passedOver(List<String> sheets) {
        ignoredSheets.addAll(sheets);
    }

    /** Looks for the head among the first rows of a sheet and takes those below it; null where there is none. */
    @Nullable
    Head head(List<SheetRow> top) {
        Optional<Head> found = Head.in(top);
        found.ifPresent(head -> {
            requireColumns(head);
            heads++;
            ignoredColumns.addAll(head.unknown());
            top.stream().filter(row -> row.number() > head.after()).forEach(row -> row(head, row));
        });
        return found.orElse(null);
    }

    /** @param head null where none was found, so far */
    void endOf(@Nullable String sheet, @Nullable Head head, List<SheetRow> top) {
        if (sheet != null && head == null && (top.size() == Head.WITHIN || head(top) == null)) {
            ignoredSheets.add(sheet);
        }
        flush();
    }

    private static void requireColumns(Head head) {
        if (!head.twice().isEmpty()) {
            throw FileRefused.of("column-twice", "以下列出现了不止一次，请只保留一列：" + quoted(head.twice()) + "。");
        }
        boolean named = head.has(Column.ID)
                || (head.has(Column.REGION_CODE) && head.has(Column.INSTRUMENT_NUMBER) && head.has(Column.CASE_TITLE));
        if (!named) {
            throw FileRefused.of("column-missing", "缺少“编号”列；没有该列时，应有“地区代码”“文号”“案例名称”三列。现有的列：" + found(head) + "。");
        }
        boolean says = head.columns().keySet().stream()
                .anyMatch(column -> column.use() == Column.Use.STEP || column.use() == Column.Use.WORK);
        if (!says) {
            throw FileRefused.of("column-missing", "没有可填报的列，如“状态”“工作说明”“责任部门”“进度(%)”。现有的列：" + found(head) + "。");
        }
    }

    private static String found(Head head) {
        return quoted(head.columns().keySet().stream().map(Column::heading).toList());
    }

    private static String quoted(List<String> names) {
        return "“" + String.join("”“", names) + "”";
    }

    void requireAHead() {
        if (heads == 0) {
            throw FileRefused.of("head-missing", "没有找到表头。前" + Head.WITHIN + "行内应有“编号”“状态”“工作说明”等列名，请使用导出的台账填写。");
        }
    }

    void row(Head head, SheetRow row) {
        rows++;
        switch (matching.named(head, row)) {
            case Matching.Named.Nothing _ -> passedOver++;
            case Matching.Named.Wrong wrong -> wrong(row, wrong);
            case Matching.Named.Id(ObligationId id) -> {
                Integer first = seen.putIfAbsent(id, row.number());
                if (first == null) {
                    batch.add(new Waiting(head, row, id));
                } else {
                    wrong(row, new Matching.Named.Wrong(Column.ID, "line-twice", "与第" + first + "行是同一任务，请只保留一行"));
                }
            }
        }
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void wrong(SheetRow row, Matching.Named.Wrong wrong) {
        failed++;
        errors.add(RowProblem.of(row, wrong.column(), wrong.code(), wrong.sentence(), null));
    }

    private void flush() {
        Map<ObligationId, Entry> found =
                matching.find(batch.stream().map(Waiting::id).toList());
        for (Waiting waiting : batch) {
            Entry entry = found.get(waiting.id());
            if (entry == null) {
                wrong(waiting.row(), Matching.unknown(waiting.id().value()));
            } else {
                judge(waiting, entry);
            }
        }
        batch.clear();
    }

    private void judge(Waiting waiting, Entry entry) {
        boolean told = disclosure.to(Optional.of(caller), entry.obligation().regionCode());
        RowReader reader = new RowReader(waiting.head(), waiting.row(), new Line(entry, 0, told));
        Draft draft = reader.draft();
        List<RowProblem> problems = new ArrayList<>(reader.errors());
        if (draft != null
                && problems.stream().noneMatch(problem -> problem.code().equals("revision-outdated"))) {
            problems.addAll(broken(entry, draft));
        }
        problems.forEach(errors::add);
        reader.warnings().forEach(warnings::add);
        if (!problems.isEmpty()) {
            failed++;
        } else if (draft == null) {
            unchanged++;
        } else {
            drafts.add(draft);
            if (changes.size() < settings.maxTold()) {
                changes.add(RowChange.of(draft, entry.obligation().status()));
            }
            if (drafts.size() > settings.maxChanges()) {
                throw FileRefused.of("too-many-changes", "一次最多修改" + settings.maxChanges() + "条任务，请分成几个文件导入。");
            }
        }
    }

    private List<RowProblem> broken(Entry entry, Draft draft) {
        Optional<Rule> step = draft.report() == null ? Optional.empty() : ledger.refuses(entry, caller, draft.report());
        Optional<Rule> rule = draft.work() == null ? step : step.or(() -> Ledger.forbidsReport(entry, caller));
        return rule.map(broken -> List.of(problem(draft, entry, broken))).orElse(List.of());
    }

    private RowProblem problem(Draft draft, Entry entry, Rule rule) {
        return RowProblem.of(
                draft.row(),
                Refusals.column(rule),
                rule.slug(),
                Refusals.sentence(rule, entry, draft.report(), ledger, caller),
                entry.id().value());
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** Rows with an error. */
    int failed() {
        return failed;
    }

    /** Writes what a row changes; false where somebody was quicker after it was judged. */
    boolean apply(Draft draft) {
        long expected = draft.seen();
        Report report = draft.report();
        if (report != null) {
            Answer answer = ledger.take(draft.id(), caller, report, expected, null);
            if (!(answer instanceof Answer.Taken(Entry after))) {
                return refused(draft, answer);
            }
            expected = after.revision();
        }
        if (draft.work() != null) {
            Answer answer = ledger.work(draft.id(), caller, draft.work(), expected, null);
            return answer instanceof Answer.Taken || refused(draft, answer);
        }
        return true;
    }

    private boolean refused(Draft draft, Answer answer) {
        failed++;
        errors.add(
                answer instanceof Answer.Refused(Entry entry, Rule rule)
                        ? problem(draft, entry, rule)
                        : RowProblem.of(
                                draft.row(),
                                Column.ID,
                                "line-unknown",
                                "台账中已没有该任务",
                                draft.id().value()));
        return false;
    }

    ImportResult result(int applied, boolean dryRun) {
        return new ImportResult(
                rows,
                unchanged,
                passedOver,
                drafts.size(),
                applied,
                failed,
                dryRun,
                List.copyOf(changes),
                drafts.size() - changes.size(),
                errors.kept(),
                errors.untold(),
                warnings.kept(),
                warnings.untold(),
                List.copyOf(ignoredColumns),
                List.copyOf(ignoredSheets));
    }
}
