package io.casewire.parsing.genre.report;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.CaseTable;
import io.casewire.parsing.casefile.Items;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.casefile.Passage;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Headings;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the tables of a report that list innovations with their zones, and the annexes of promoted results. */
public final class InnovationTables implements Recogniser {
    private static final int SUREST = 95;
    private static final int MIN_TABLES = 2;
    private static final List<String> NAMES = List.of("创新", "经验", "案例", "改革");

    @Override
    public Genre genre() {
        return Genre.REPORT;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        int tables = 0;
        int rows = 0;
        for (Table table : text.tables()) {
            if (listsCases(table)) {
                tables++;
                rows += table.rows().size();
            }
        }
        return tables >= MIN_TABLES && isReport(text)
                ? new Fit(SUREST, tables + " captioned tables of innovations with " + rows + " rows")
                : Fit.NONE;
    }

    private static boolean isReport(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(12, paragraphs.size()))) {
            String line = paragraph.text();
            if (line.contains("通知") || line.contains("印发")) {
                return false;
            }
            if (line.contains("报告") || line.contains("蓝皮书") || line.contains("年鉴")) {
                return true;
            }
        }
        return false;
    }

    private static boolean listsCases(Table table) {
        Map<Column, Integer> columns = CaseTable.columnsOf(table);
        return columns != null
                && (isInnovations(columns) || namesAreas(table, columns) || columns.containsKey(Column.SCOPE));
    }

    /** 创新成果 and 片区 say all there is to say of an innovation. */
    private static boolean namesAreas(Table table, Map<Column, Integer> columns) {
        int title = columns.getOrDefault(Column.TITLE, -1);
        int origin = columns.getOrDefault(Column.ORIGIN_UNIT, -1);
        return columns.containsKey(Column.NUMBER)
                && title >= 0
                && origin >= 0
                && table.header().get(origin).contains("片区")
                && NAMES.stream().anyMatch(table.header().get(title)::contains);
    }

    /** 标题 and 名称 may be those of official texts; an innovation says where it is from and what is new. */
    private static boolean isInnovations(Map<Column, Integer> columns) {
        return columns.containsKey(Column.ORIGIN_ZONE)
                && (columns.containsKey(Column.SUMMARY) || columns.containsKey(Column.PRACTICE))
                && columns.containsKey(Column.NUMBER);
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Headings headings = new Headings();
        DeclaredParts declared = new DeclaredParts();
        List<Paragraph> chapter = new ArrayList<>();
        for (Block block : text.blocks()) {
            switch (block) {
                case Paragraph paragraph -> {
                    headings.pass(paragraph.text(), paragraph.headingLevel());
                    chapter.add(paragraph);
                }
                case Table table -> {
                    if (listsCases(table) && !listsTexts(table)) {
                        CaseTable cases = CaseTable.read(table);
                        if (cases != null) {
                            diagnostics.addAll(cases.diagnostics());
                            if (!cases.has(Column.SCOPE)) {
                                tell(cases, chapter);
                            }
                            declared.add(headings.path(), cases.drafts().size(), table.lines());
                            read(table, cases, headings, ids, records);
                        }
                        chapter.clear();
                    }
                }
            }
        }
        diagnostics.addAll(declared.diagnostics());
        return Findings.of(records, diagnostics);
    }

    /** Gives each row the prose above the table that tells of it. */
    private static void tell(CaseTable cases, List<Paragraph> chapter) {
        if (cases.has(Column.PRACTICE)) {
            return;
        }
        List<Prose.Named> rows = new ArrayList<>();
        for (int i = 0; i < cases.drafts().size(); i++) {
            List<String> zones =
                    Origin.of(cases.cell(cases.source(i), Column.ORIGIN_ZONE)).zones();
            rows.add(new Prose.Named(cases.drafts().get(i).title(), zones));
        }
        List<List<Paragraph>> passages = Prose.of(chapter, rows);
        for (int i = 0; i < rows.size(); i++) {
            List<Paragraph> passage = passages.get(i);
            if (!passage.isEmpty()) {
                cases.drafts().get(i).practice(Passage.ofCell(Items.text(passage)));
            }
        }
    }

    /** A table whose titles are those of official texts lists policies, not innovations. */
    private static boolean listsTexts(Table table) {
        Map<Column, Integer> columns = CaseTable.columnsOf(table);
        if (columns == null) {
            return false;
        }
        int titles = columns.getOrDefault(Column.TITLE, 0);
        long cited = table.rows().stream()
                .filter(row -> row.cell(titles).startsWith("《"))
                .count();
        return cited * 2 > table.rows().size();
    }

    private static void read(Table table, CaseTable cases, Headings headings, CaseIds ids, List<CaseRecord> records) {
        List<String> path = new ArrayList<>(table.caption() == null ? headings.path() : headings.sectionPath());
        if (table.caption() != null) {
            path.add(table.caption());
        }
        boolean promoted = cases.has(Column.SCOPE);
        String chapter = headings.chapter();
        Annex annex = Annex.of(table, cases);
        for (int i = 0; i < cases.drafts().size(); i++) {
            CaseDraft draft = cases.drafts().get(i);
            Table.Row row = cases.source(i);
            draft.origin(Origin.of(cases.cell(row, Column.ORIGIN_ZONE))).path(path);
            if (promoted) {
                draft.promotion(annex.promotion(cases, row));
            } else if (draft.category() == null) {
                draft.category(chapter);
            }
            ids.finish(draft, promoted ? annex.key(draft) : null).ifPresent(records::add);
        }
    }
}
