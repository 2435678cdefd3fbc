package io.casewire.replication.exchange;

import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Report;
import io.casewire.replication.ledger.WorkChange;
import io.casewire.replication.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * What a row changes.
 *
 * @param row where it stands, without its cells
 * @param seen the revision it was held against
 * @param report a step; null for none
 * @param work null where that stays
 */
record Draft(
        SheetRow row,
        ObligationId id,
        long seen,
        @Nullable Report report,
        @Nullable WorkChange work) {}
