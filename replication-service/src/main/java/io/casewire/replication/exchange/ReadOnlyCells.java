package io.casewire.replication.exchange;

import io.casewire.replication.sheet.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a row that a table does not change, held against the line. */
final class ReadOnlyCells {
    private final Head head;
    private final SheetRow row;
    private final Line line;
    private final List<RowProblem> errors = new ArrayList<>();
    private final List<RowProblem> warnings = new ArrayList<>();

    ReadOnlyCells(Head head, SheetRow row, Line line) {
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

    /**
     * Gathers what is wrong.
     *
     * @param changes whether the row changes something
     * @param present whether it was written against the present revision, or does not say against which
     */
    void judge(boolean changes, boolean present) {
        for (Column column : Column.inOrder()) {
            String given = head.text(row, column);
            if (given != null && !same(column, given)) {
                judge(column, given, changes, present);
            }
        }
    }

    private void judge(Column column, String given, boolean changes, boolean present) {
        switch (column.use()) {
            // a row that has lost its identity may be another's
            case IDENTITY -> shown(column, given, changes);
            case SHOWN -> shown(column, given, false);
            case FIXED -> {
                // what came or went after the table was written is no change that somebody made in it
                if (present) {
                    fixed(column, given);
                }
            }
            case KEY, GUARD, STEP, WORK, PASSED_OVER -> {}
        }
    }

    private void shown(Column column, String given, boolean refused) {
        if (given.isEmpty()) {
            return;
        }
        String sentence = "该列不能修改，" + compared(column, given);
        if (refused) {
            errors.add(problem(column, "identity-differs", sentence + "；请核对该行是否错位"));
        } else {
            warnings.add(problem(column, "read-only", sentence + "，未采用"));
        }
    }

    private void fixed(Column column, String given) {
        String sentence = column.heading() + "不能通过表格增删，请在系统中上传或移除；" + compared(column, given) + "。请恢复原值，或删去该列后再导入";
        errors.add(problem(column, "column-fixed", sentence));
    }

    private String compared(Column column, String given) {
        return "现为" + RowProblem.shown(Cells.text(column.of(line))) + "，表中为" + RowProblem.shown(given);
    }

    private RowProblem problem(Column column, String code, String sentence) {
        return RowProblem.of(row, column, code, sentence, line.entry().id().value());
    }

    private boolean same(Column column, String given) {
        Object value = column.of(line);
        return value instanceof LocalDate day
                ? Cells.day(given, row.since1904()).equals(Optional.of(day))
                : Cells.compact(given).equals(Cells.compact(Cells.text(value)));
    }
}
