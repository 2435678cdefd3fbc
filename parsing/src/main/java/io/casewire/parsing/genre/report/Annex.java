package io.casewire.parsing.genre.report;

import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseTable;
import io.casewire.parsing.casefile.PolicyDocuments;
import io.casewire.parsing.casefile.Scopes;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a table of promoted results says of all its rows: the instrument in the row that spans it, its caption.
 *
 * @param instrument of the whole table; null where each row has its own
 * @param url of the list; null where none is printed
 */
record Annex(
        String caption,
        @Nullable PolicyDocument instrument,
        @Nullable String url,
        @Nullable PromotionStrength strength) {

    static Annex of(Table table, CaseTable cases) {
        String caption = table.caption() == null ? "" : table.caption();
        PolicyDocument instrument = null;
        String url = null;
        for (String note : cases.notes()) {
            PolicyDocument found = PolicyDocuments.read(note);
            if (found != null) {
                url = found.url();
                instrument = found.title() == null && found.number() == null ? instrument : found;
            }
        }
        String title = instrument == null || instrument.title() == null ? "" : instrument.title();
        PromotionStrength strength = Scopes.strength(title + caption);
        return new Annex(caption, instrument, url, strength);
    }

    Promotion promotion(CaseTable cases, Row row) {
        PolicyDocument own = PolicyDocuments.read(cases.cell(row, Column.INSTRUMENT));
        PolicyDocument used = own == null ? instrument : own;
        if (used == null && url != null) {
            used = new PolicyDocument(null, null, url);
        } else if (used != null && used.url() == null) {
            used = new PolicyDocument(used.title(), used.number(), url);
        }
        String since = year(cases.cell(row, Column.SINCE));
        if (since == null && used != null && used.number() != null) {
            since = year(used.number());
        }
        if (since == null) {
            since = year(caption);
        }
        return Scopes.read(cases.cell(row, Column.SCOPE), strength, since, used);
    }

    /** What tells a promoted result from its namesake elsewhere in the report. */
    String key(CaseDraft draft) {
        return instrument != null && instrument.number() != null ? instrument.number() : caption;
    }

    private static @Nullable String year(String text) {
        for (int i = 0; i + 4 <= text.length(); i++) {
            boolean digits = text.startsWith("20", i) || text.startsWith("19", i);
            if (digits && Character.isDigit(text.charAt(i + 2)) && Character.isDigit(text.charAt(i + 3))) {
                return text.substring(i, i + 4);
            }
        }
        return null;
    }
}
