package io.casewire.replication.exchange;

import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.replication.ledger.Report;
import io.casewire.replication.ledger.WorkChange;
import io.casewire.replication.ledger.WorkChange.Part;
import io.casewire.replication.request.Texts;
import io.casewire.replication.sheet.SheetRow;
import io.casewire.text.InvisibleCharacters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row, read against the line it is about. What is wrong in it is gathered, so that all of it is told at once. */
final class RowReader {
    private static final Set<String> COMPUTED_WRONG =
            Set.of("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!");

    private static final int LONGEST_DASH = 20;

    private final Head head;
    private final SheetRow row;
    private final Line line;
    private final List<RowProblem> errors = new ArrayList<>();
    private final List<RowProblem> warnings = new ArrayList<>();

    RowReader(Head head, SheetRow row, Line line) {
        this.head = head;
        this.row = row;
        this.line = line;
    }

    List<RowProblem> errors() {
        return errors;
    }

    List<RowProblem> warnings() {
        return warnings;
    }

    /** What the row changes; null for nothing, or nothing that could be read. */
    @Nullable
    Draft draft() {
        Report report = report();
        WorkChange work = work();
        boolean changes = report != null || work != null || !errors.isEmpty();
        if (changes && isOutdated()) {
            return null;
        }
        ReadOnlyCells others = new ReadOnlyCells(head, row, line);
        others.judge(changes, isOfThisRevision());
        errors.addAll(others.errors());
        warnings.addAll(others.warnings());
        SheetRow place = new SheetRow(row.sheet(), row.number(), List.of(), row.since1904());
        return report == null && work == null
                ? null
                : new Draft(place, line.entry().id(), line.entry().revision(), report, work);
    }

    /** Also where the row does not say against which it was written. */
    private boolean isOfThisRevision() {
        String given = head.text(row, Column.REVISION);
        return given == null
                || given.isEmpty()
                || Cells.compact(given).equals(Long.toString(line.entry().revision()));
    }

    /** Whether the row was written against another revision; then nothing else that is wrong in it counts. */
    private boolean isOutdated() {
        if (isOfThisRevision()) {
            return false;
        }
        String given = Objects.requireNonNullElse(head.text(row, Column.REVISION), "");
        errors.clear();
        error(
                Column.REVISION,
                "revision-outdated",
                "导出之后该任务已有变动（表中为版本" + RowProblem.shown(given) + "，现为版本"
                        + line.entry().revision() + "），请重新导出后再修改");
        return true;
    }

    /** Whether the table has the column, and something else in it than the ledger. Where a step is told of, nothing says nothing. */
    private boolean differs(Column column) {
        String given = given(column);
        if (given == null || (given.isEmpty() && column.use() == Column.Use.STEP)) {
            return false;
        }
        String shown = Cells.text(column.of(line));
        return switch (column) {
            case OUTCOME -> !Cells.compact(given).equals(shown);
            case EVIDENCE -> !items(given).equals(items(shown));
            default -> !given.equals(shown);
        };
    }

    private static List<String> items(String text) {
        return text.lines()
                .map(String::strip)
                .filter(item -> !InvisibleCharacters.tellsNothing(item))
                .distinct()
                .toList();
    }

    /** What stands there, tidied; a dash that says that nothing does is nothing. Null where the table has no such column. */
    private @Nullable String given(Column column) {
        String given = head.text(row, column);
        return given != null
                        && given.length() <= LONGEST_DASH
                        && InvisibleCharacters.tellsNothing(given)
                        && !given.equals(Cells.text(column.of(line)))
                ? ""
                : given;
    }

    private @Nullable Report report() {
        Status now = line.obligation().status();
        Status to = status(now);
        if (to == null) {
            return null;
        }
        boolean ends = to == Status.SUBMITTED || to == Status.CLOSED;
        if (to == now) {
            sameStatus(ends);
            return null;
        }
        boolean reviews = to == Status.CLOSED || to == Status.RETURNED || to == Status.REOPENED;
        Outcome outcome = ends || differs(Column.OUTCOME) ? outcome() : null;
        String explanation = reviews && !differs(Column.EXPLANATION) ? null : text(Column.EXPLANATION, Report.MAX_TEXT);
        String reason = differs(Column.REASON) ? text(Column.REASON, Report.MAX_TEXT) : null;
        List<String> evidence = differs(Column.EVIDENCE)
                ? evidence()
                : to == Status.SUBMITTED && !"".equals(given(Column.EVIDENCE)) ? line.evidence() : List.of();
        return new Report(to, outcome, explanation, reason, evidence);
    }

    /** What belongs to a step is not changed without one. An outcome that is left of a report sent back does no harm. */
    private void sameStatus(boolean ends) {
        if (!ends && differs(Column.OUTCOME)) {
            warnings.add(RowProblem.of(row, Column.OUTCOME, "no-step", "结果只在状态改为“已提交”“已销号”时填写，未采用", id()));
        }
        for (Column column : List.of(Column.OUTCOME, Column.EXPLANATION, Column.REASON, Column.EVIDENCE)) {
            if (differs(column) && (ends || column != Column.OUTCOME)) {
                error(column, "no-step", "状态没有变化，不能单独修改“" + column.heading() + "”；日常进展请填写“进度(%)”和“备注”");
            }
        }
    }

    /** Null where it is no status. */
    private @Nullable Status status(Status now) {
        String given = head.text(row, Column.STATUS);
        if (given == null) {
            return now;
        }
        Optional<Status> status = Words.status(given);
        if (status.isEmpty()) {
            error(
                    Column.STATUS,
                    "unknown-status",
                    "应为" + String.join("、", Words.statuses()) + "之一，现为" + RowProblem.shown(given));
        }
        return status.orElse(null);
    }

    private @Nullable Outcome outcome() {
        String given = given(Column.OUTCOME);
        if (given == null || given.isEmpty()) {
            return null;
        }
        Optional<Outcome> outcome = Words.outcome(given);
        if (outcome.isEmpty()) {
            error(
                    Column.OUTCOME,
                    "unknown-outcome",
                    "应为" + String.join("、", Words.outcomes()) + "之一，或留空，现为" + RowProblem.shown(given));
        }
        return outcome.orElse(null);
    }

    private List<String> evidence() {
        String given = given(Column.EVIDENCE);
        List<String> items = items(given == null ? "" : given);
        items.forEach(item -> visible(Column.EVIDENCE, item, Report.MAX_ITEM));
        if (items.size() > Report.MAX_ITEMS) {
            error(Column.EVIDENCE, "too-many-items", "最多" + Report.MAX_ITEMS + "项（一行一项），现有" + items.size() + "项");
        }
        return items;
    }

    private @Nullable WorkChange work() {
        Set<Part> said = EnumSet.noneOf(Part.class);
        String department = text(said, Part.DEPARTMENT, Column.DEPARTMENT, WorkChange.MAX_DEPARTMENT);
        String person = text(said, Part.PERSON, Column.PERSON, WorkChange.MAX_PERSON);
        LocalDate day = day(said);
        Integer percent = percent(said);
        String remark = text(said, Part.REMARK, Column.REMARK, WorkChange.MAX_REMARK);
        return said.isEmpty() ? null : new WorkChange(said, new Work(department, person, day, percent, remark));
    }

    private @Nullable String text(Set<Part> said, Part part, Column column, int max) {
        if (!differs(column)) {
            return null;
        }
        said.add(part);
        return text(column, max);
    }

    private @Nullable LocalDate day(Set<Part> said) {
        String given = given(Column.PLANNED_FINISH);
        if (given == null || !differs(Column.PLANNED_FINISH)) {
            return null;
        }
        Optional<LocalDate> day = Cells.day(given, row.since1904());
        if (given.isEmpty() || day.isPresent()) {
            if (day.isEmpty() || !day.equals(Optional.ofNullable(line.work().plannedFinish()))) {
                said.add(Part.PLANNED_FINISH);
            }
            return day.orElse(null);
        }
        error(Column.PLANNED_FINISH, "not-a-day", "应为日期，如2026-06-30，现为" + RowProblem.shown(given));
        return null;
    }

    private @Nullable Integer percent(Set<Part> said) {
        String given = given(Column.PERCENT);
        if (given == null || !differs(Column.PERCENT)) {
            return null;
        }
        Optional<Integer> percent = Cells.percent(given);
        if (given.isEmpty() || percent.isPresent()) {
            if (percent.isEmpty()
                    || !percent.equals(Optional.ofNullable(line.work().percent()))) {
                said.add(Part.PERCENT);
            }
            return percent.orElse(null);
        }
        error(Column.PERCENT, "not-a-percentage", "应为0到100的整数，现为" + RowProblem.shown(given));
        return null;
    }

    private @Nullable String text(Column column, int max) {
        String given = given(column);
        if (given != null && given.isEmpty()) {
            return null;
        }
        // what was not edited stands, even if no edit could say it now
        return given == null || !differs(column) ? shown(column) : visible(column, given, max);
    }

    private @Nullable String shown(Column column) {
        return column.of(line) instanceof String text ? text : null;
    }

    private @Nullable String visible(Column column, String given, int max) {
        if (given.isEmpty() || (given.length() <= max && InvisibleCharacters.tellsNothing(given))) {
            return null;
        }
        if (COMPUTED_WRONG.contains(given)) {
            error(column, "cell-error", "单元格公式出错，显示为" + RowProblem.shown(given));
        } else if (given.length() > max) {
            error(column, "text-too-long", "最多" + max + "个字，现有" + given.length() + "个字");
        } else if (Texts.damage(given).isPresent()) {
            error(column, "text-damaged", "含有乱码或不可见的控制字符，请重新填写");
        }
        return given;
    }

    private void error(Column column, String code, String sentence) {
        errors.add(RowProblem.of(row, column, code, sentence, id()));
    }

    private String id() {
        return line.entry().id().value();
    }
}
