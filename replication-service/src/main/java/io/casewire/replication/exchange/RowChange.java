package io.casewire.replication.exchange;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.WorkChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row without errors changes, or would.
 *
 * @param sheet null in a CSV file
 * @param row as the program shows it
 * @param from the status of the line before it
 * @param to the status it leads to; null where it takes no step
 * @param columns headings of what it changes of the region's work, in the order of the table
 */
record RowChange(
        @Nullable String sheet,
        int row,
        ObligationId id,
        Status from,
        @Nullable Status to,
        List<String> columns) {
    static RowChange of(Draft draft, Status from) {
        List<String> columns = new ArrayList<>();
        WorkChange work = draft.work();
        if (work != null) {
            work.said().stream()
                    .sorted()
                    .forEach(part -> columns.add(Column.valueOf(part.name()).heading()));
        }
        String sheet = draft.row().sheet();
        return new RowChange(
                sheet.isEmpty() ? null : sheet,
                draft.row().number(),
                draft.id(),
                from,
                draft.report() == null ? null : draft.report().to(),
                List.copyOf(columns));
    }
}
