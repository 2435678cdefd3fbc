package io.casewire.replication.exchange;

import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Disclosure;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.sheet.SheetFile;
import io.casewire.replication.sheet.SheetRow;
import io.casewire.replication.sheet.SheetRows;
import io.casewire.replication.sheet.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a table in: all rows are read and judged first, what differs is applied after that, line by line as single steps would be, and
 * only if no row has an error or the good ones are wanted alone.
 */
final class LedgerImport {
    private final Entries entries;
    private final Ledger ledger;
    private final Disclosure disclosure;
    private final ExchangeSettings settings;

    LedgerImport(Entries entries, Ledger ledger, Disclosure disclosure, ExchangeSettings settings) {
        this.entries = entries;
        this.ledger = ledger;
        this.disclosure = disclosure;
        this.settings = settings;
    }

    /**
     * How a file is taken.
     *
     * @param dryRun whether nothing is written
     * @param partial whether rows without errors are applied where others have some
     */
    record Mode(boolean dryRun, boolean partial) {}

    /** @throws org.springframework.web.ErrorResponseException where the file as a whole cannot be taken */
    ImportResult take(Path file, SheetFile.Kind kind, Mode mode, Caller caller) throws IOException {
        Judging judging = new Judging(new Matching(entries), ledger, disclosure, caller, settings);
        try (SheetRows rows = SheetFile.open(file, kind, settings.limits())) {
            judging.passedOver(rows.passedOver());
            read(rows, judging);
        } catch (Unreadable e) {
            throw FileRefused.of(e);
        }
        judging.requireAHead();
        int applied = 0;
        if (!mode.dryRun() && (mode.partial() || judging.failed() == 0)) {
            for (Draft draft : judging.drafts()) {
                applied += judging.apply(draft) ? 1 : 0;
            }
        }
        return judging.result(applied, mode.dryRun());
    }

    private static void read(SheetRows rows, Judging judging) throws IOException {
        List<SheetRow> top = new ArrayList<>();
        @Nullable Head head = null;
        @Nullable String sheet = null;
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            if (!row.sheet().equals(sheet)) {
                judging.endOf(sheet, head, top);
                sheet = row.sheet();
                head = null;
                top.clear();
            }
            if (head != null) {
                judging.row(head, row);
                continue;
            }
            if (top.size() < Head.WITHIN) {
                top.add(row);
                if (top.size() == Head.WITHIN) {
                    head = judging.head(top);
                }
            }
        }
        judging.endOf(sheet, head, top);
    }
}
