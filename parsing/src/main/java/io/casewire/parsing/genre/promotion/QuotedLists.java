package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.CaseTable;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads notices that name what is to be replicated in running text: 投资管理领域：“…”、“…”等4项. */
public final class QuotedLists implements Recogniser {
    private static final int SUREST = 86;
    private static final int MIN_COUNT = 3;
    private static final int MAX_HEAD_LENGTH = 16;
    private static final List<String> LETTERS = List.of("通知", "通报", "公告", "决定", "清单", "的函", "意见");

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
        return fitOf(text);
    }

    /** Whether these are its items: of all ways to read a written list only the most telling one does. */
    static boolean reads(DocumentText text) {
        return fitOf(text).score() > 0;
    }

    private static Fit fitOf(DocumentText text) {
        if (!promotes(text) || text.tables().stream().anyMatch(table -> CaseTable.columnsOf(table) != null)) {
            return Fit.NONE;
        }
        int names = 0;
        for (Paragraph paragraph : text.paragraphs()) {
            NameList list = NameList.read(paragraph);
            names += list == null ? 0 : list.names().size();
        }
        return names < MIN_COUNT ? Fit.NONE : new Fit(SUREST, names + " reforms named in running text");
    }

    private static boolean promotes(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        boolean letter = false;
        boolean promoted = false;
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(MAX_HEAD_LENGTH, paragraphs.size()))) {
            String line = paragraph.text();
            letter |= line.length() <= 80 && LETTERS.stream().anyMatch(line::contains);
            promoted |= line.contains("复制推广") || line.contains("推广借鉴");
        }
        return letter && promoted;
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        if (!reads(text) || LabelledItems.reads(text)) {
            return Findings.NONE;
        }
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        Outline outline = new Outline(diagnostics);
        int counted = 0;
        for (Paragraph paragraph : text.paragraphs()) {
            NameList list = NameList.read(paragraph);
            if (list == null) {
                outline.pass(paragraph);
                continue;
            }
            Marker marker = Marker.read(paragraph.text());
            if (marker != null) {
                outline.close(marker.style().rank());
            }
            check(list, paragraph, diagnostics);
            // only where every list says its number is the sum one of the whole
            counted = counted < 0 || list.declared() == 0 ? -1 : counted + list.declared();
            String own = ScopeHeading.read(list.lead());
            String scope = own != null ? own : outline.scope() != null ? outline.scope() : notice.scope();
            String category = own == null && !list.lead().isBlank() ? list.lead() : outline.category();
            boolean alone = list.lead().isEmpty() && list.names().size() == 1;
            Integer number = marker != null && alone ? Integer.valueOf(marker.number()) : null;
            for (NameList.Name name : list.names()) {
                outline.count();
                CaseDraft draft = new CaseDraft(name.text(), name.lines())
                        .number(number)
                        .category(isGroup(category) ? category : null)
                        .origin(Origin.of(name.text()).withZonesOfAreas())
                        .promotion(scope == null ? notice.addressed() : notice.promotion(scope))
                        .path(outline.path());
                if (list.who() != null) {
                    boolean told = !list.who().leadUnits().isEmpty();
                    draft.leadUnits(told ? list.who().leadUnits() : list.who().units())
                            .supportingUnits(list.who().supportingUnits());
                }
                ids.finish(draft, null).ifPresent(records::add);
            }
        }
        outline.close(0);
        Integer declared = Declared.inText(notice.words());
        // 共2项 of a group is no count of the whole
        boolean summed = counted > 0 && (declared == null || declared < counted);
        declared = summed ? Integer.valueOf(counted) : declared;
        if (declared == null || declared < records.size()) {
            return new Findings(List.copyOf(records), diagnostics, null);
        }
        // a sum that is not met was told of its group
        if (!summed || counted == records.size()) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(List.copyOf(records), diagnostics, new DeclaredCounts(declared, null));
    }

    /** 复制推广的主要内容 stands over the whole list and groups nothing. */
    private static boolean isGroup(@Nullable String heading) {
        return heading != null && !heading.contains("推广") && !heading.contains("主要内容");
    }

    private static void check(NameList list, Paragraph paragraph, List<DiagnosticRecord> diagnostics) {
        if (list.declared() > 0 && list.declared() != list.names().size()) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.WARNING,
                    "CATEGORY_COUNT_MISMATCH",
                    "'" + list.lead() + "' declares " + list.declared() + " items, "
                            + list.names().size() + " were found",
                    paragraph.lines()));
        }
    }
}
