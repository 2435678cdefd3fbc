package io.casewire.replication.exchange;

import java.util.List;

/**
 * What came of a file.
 *
 * @param rows in which something stands, heads and titles aside
 * @param unchanged that say what the ledger says
 * @param passedOver without anything that names a line, such as signatures below the table
 * @param changed that say something else and may
 * @param applied of those that were written; 0 where it was only tried, or refused
 * @param failed rows with an error
 * @param changes what the first of those that may change, or would in a dry run; {@code changesUntold} more are not listed
 * @param errors the first of them; {@code errorsUntold} more are not listed
 * @param warnings of what was not taken though it does no harm
 * @param ignoredColumns headings that name nothing of the ledger
 * @param ignoredSheets that are hidden, or have no head
 */
record ImportResult(
        int rows,
        int unchanged,
        int passedOver,
        int changed,
        int applied,
        int failed,
        boolean dryRun,
        List<RowChange> changes,
        int changesUntold,
        List<RowProblem> errors,
        int errorsUntold,
        List<RowProblem> warnings,
        int warningsUntold,
        List<String> ignoredColumns,
        List<String> ignoredSheets) {}
