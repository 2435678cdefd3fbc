package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
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
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the table of a notice that names reforms, who guides them and where they are to be replicated. */
public final class PromotionLists implements Recogniser {
    private static final int SUREST = 85;
    private static final List<String> WORDS =
            List.of("复制推广", "推广借鉴", "推广清单", "推广支持", "试点经验", "典型经验", "经验做法", "典型做法", "典型案例", "创新案例", "实践案例", "创新成果");

    private static final List<String> PLANS = List.of("方案", "方案的通知", "方案》的通知", "计划", "计划的通知", "计划》的通知");
    private static final int MAX_HEAD_LENGTH = 12;
    private static final int MAX_TITLE_LENGTH = 80;

    @Override
    public Genre genre() {
        return Genre.PROMOTION_LIST;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        boolean promotes = promotes(text);
        boolean planned = isPlan(text);
        int rows = 0;
        for (Table table : text.tables()) {
            rows += isList(table, promotes, planned) ? CaseTable.titledRows(table) : 0;
        }
        return rows == 0 ? Fit.NONE : new Fit(SUREST, "a list of reforms to replicate, " + rows + " rows");
    }

    private static boolean promotes(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(16, paragraphs.size()))) {
            if (WORDS.stream().anyMatch(paragraph.text()::contains)) {
                return true;
            }
        }
        return false;
    }

    /** What a plan gives its own offices to do by a day is work, though it lists what is to be replicated. */
    private static boolean isPlan(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        return paragraphs.subList(0, Math.min(MAX_HEAD_LENGTH, paragraphs.size())).stream()
                .map(Paragraph::text)
                .anyMatch(line ->
                        line.length() <= MAX_TITLE_LENGTH && PLANS.stream().anyMatch(line::endsWith));
    }

    private static boolean isList(Table table, boolean promotes, boolean planned) {
        Map<Column, Integer> columns = CaseTable.columnsOf(table);
        return columns != null && isList(table, columns, promotes, planned);
    }

    private static boolean isList(Table table, Map<Column, Integer> columns, boolean promotes, boolean planned) {
        int deadline = columns.getOrDefault(Column.DEADLINE, -1);
        boolean due = CaseTable.dividesWork(table, columns);
        return columns.containsKey(Column.SCOPE)
                || (promotes
                        && !due
                        && !(planned && deadline >= 0)
                        && (columns.containsKey(Column.LEAD_UNIT)
                                || columns.containsKey(Column.SUMMARY)
                                || columns.containsKey(Column.ORIGIN_ZONE)));
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        boolean promotes = promotes(text);
        boolean planned = isPlan(text);
        int withheld = 0;
        for (Table table : text.tables()) {
            CaseTable cases = isList(table, promotes, planned) ? CaseTable.read(table) : null;
            if (cases == null) {
                continue;
            }
            diagnostics.addAll(cases.diagnostics());
            withheld += cases.withheld();
            List<String> path = Paths.to(text, table);
            for (int i = 0; i < cases.drafts().size(); i++) {
                CaseDraft draft = cases.drafts().get(i);
                Row row = cases.source(i);
                String scope = cases.cell(row, Column.SCOPE);
                draft.origin(origin(cases, row, notice))
                        .promotion(scope.isEmpty() ? notice.addressed() : notice.promotion(scope))
                        .path(path);
                ids.finish(draft, null).ifPresent(records::add);
            }
        }
        if (records.isEmpty()) {
            return Findings.NONE;
        }
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size(), withheld));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    /** The row's own place; where it names none, the zone the document speaks for. */
    private static Origin origin(CaseTable cases, Row row, Notice notice) {
        Origin printed = Origin.of(cases.cell(row, Column.ORIGIN_ZONE) + "\n" + cases.cell(row, Column.ORIGIN_UNIT));
        List<String> zones = printed.zones().isEmpty() ? notice.place().zones() : printed.zones();
        return new Origin(zones, printed.areas()).withZonesOfAreas();
    }
}
