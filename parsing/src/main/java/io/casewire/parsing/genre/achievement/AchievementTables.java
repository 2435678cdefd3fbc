package io.casewire.parsing.genre.achievement;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.CaseTable;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.casefile.Paths;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables that tell what was done and what it brought. */
public final class AchievementTables implements Recogniser {
    private static final int SUREST = 90;
    private static final List<String> GROUPS = List.of("类", "领域", "方面", "板块");

    @Override
    public Genre genre() {
        return Genre.ACHIEVEMENT_TABLE;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        int rows = 0;
        for (Table table : text.tables()) {
            rows += isResults(table) ? CaseTable.titledRows(table) : 0;
        }
        return rows == 0 ? Fit.NONE : new Fit(SUREST, "a table with titles and what was done, " + rows + " rows");
    }

    private static boolean isResults(Table table) {
        Map<Column, Integer> columns = CaseTable.columnsOf(table);
        return columns != null
                && (columns.containsKey(Column.EFFECTS)
                        || (columns.containsKey(Column.PRACTICE)
                                && (columns.containsKey(Column.SCOPE) || !CaseTable.dividesWork(table, columns))));
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        Origin place = notice.place();
        for (Table table : text.tables()) {
            CaseTable cases = isResults(table) ? CaseTable.read(table) : null;
            if (cases == null) {
                continue;
            }
            diagnostics.addAll(cases.diagnostics());
            List<String> path = Paths.to(text, table);
            String group = groupOf(table);
            for (int i = 0; i < cases.drafts().size(); i++) {
                CaseDraft draft = cases.drafts().get(i);
                if (draft.category() == null) {
                    draft.category(group);
                }
                Row row = cases.source(i);
                draft.origin(origin(cases, row, place))
                        .promotion(promotion(notice, cases, row))
                        .path(path);
                ids.finish(draft, null).ifPresent(records::add);
            }
        }
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    /** The group a caption names (表2 金融开放创新类); null for a caption that names the whole table. */
    private static @Nullable String groupOf(Table table) {
        String caption = table.caption();
        if (caption == null || !caption.startsWith("表") || GROUPS.stream().noneMatch(caption::endsWith)) {
            return null;
        }
        int at = 1;
        while (at < caption.length() && caption.charAt(at) == ' ') {
            at++;
        }
        while (at < caption.length() && "一二三四五六七八九十".indexOf(caption.charAt(at)) >= 0) {
            at++;
        }
        // behind the number a Chinese numeral is a word of the name (一带一路)
        while (at < caption.length() && (" -—.：、".indexOf(caption.charAt(at)) >= 0 || isDigit(caption.charAt(at)))) {
            at++;
        }
        return at < caption.length() ? caption.substring(at) : null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The row's own place; where the row names no zone, the one the document speaks for. */
    static Origin origin(CaseTable cases, Row row, Origin place) {
        String units = cases.cell(row, Column.ORIGIN_UNIT);
        Origin printed = Origin.of(units + "\n" + cases.cell(row, Column.ORIGIN_ZONE));
        List<String> zones = printed.zones().isEmpty() ? place.zones() : printed.zones();
        return new Origin(zones, printed.areas()).withZonesOfAreas();
    }

    private static @Nullable Promotion promotion(Notice notice, CaseTable cases, Row row) {
        String scope = cases.cell(row, Column.SCOPE);
        if (!scope.isEmpty()) {
            return notice.promotion(scope);
        }
        return notice.strength() == PromotionStrength.ENCOURAGED || notice.strength() == PromotionStrength.MANDATED
                ? notice.addressed()
                : null;
    }
}
