package io.casewire.ingest.promotion;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.ingest.cases.CaseDraft;
import io.casewire.ingest.cases.CaseIds;
import io.casewire.ingest.cases.Declared;
import io.casewire.ingest.cases.Notice;
import io.casewire.ingest.cases.Numbering;
import io.casewire.ingest.cases.Origin;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.layout.Table;
import io.casewire.ingest.outline.Headings;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Style;
import io.casewire.ingest.recogniser.DocumentIdentity;
import io.casewire.ingest.recogniser.Findings;
import io.casewire.ingest.recogniser.Fit;
import io.casewire.ingest.recogniser.Recogniser;
import io.casewire.ingest.text.Glyphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Reads bare numbered lists of commended practices: a title a line, perhaps with its place in brackets, no table, no text. */
public final class NamedLists implements Recogniser {
    private static final int FEWEST = 4;
    private static final int LONGEST_TITLE = 80;
    private static final List<String> WORDS =
            List.of("典型经验", "经验做法", "典型案例", "创新案例", "实践案例", "试点经验", "创新成果", "改革案例", "创新举措");

    @Override
    public Genre genre() {
        return Genre.PROMOTION_LIST;
    }

    @Override
    public Fit fit(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        int items = items(paragraphs).size();
        boolean bare = text.tables().stream().allMatch(table -> table.rows().size() < 3);
        // a list inside a longer text is an outline, not a list
        boolean most = items * 3 >= paragraphs.size();
        return items >= FEWEST && bare && most && speaksOfPractices(paragraphs)
                ? new Fit(72, items + " numbered titles of practices")
                : Fit.NONE;
    }

    private static boolean speaksOfPractices(List<Paragraph> paragraphs) {
        return paragraphs.subList(0, Math.min(10, paragraphs.size())).stream()
                .anyMatch(paragraph -> WORDS.stream().anyMatch(paragraph.text()::contains));
    }

    /** Numbered lines that are titles, in runs: each the next number or the first of a new count. */
    private static List<Paragraph> items(List<Paragraph> paragraphs) {
        List<Paragraph> items = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text();
            Marker marker = Marker.read(text);
            boolean title = marker != null
                    && marker.style() == Style.ARABIC
                    && text.length() - marker.end() >= 5
                    && text.length() <= LONGEST_TITLE
                    && (!Glyphs.endsSentence(text) || text.endsWith("；"))
                    && followsOrCloses(paragraphs, i);
            if (title) {
                items.add(paragraphs.get(i));
            }
        }
        return items;
    }

    /** A title with text below it belongs to an outline. */
    private static boolean followsOrCloses(List<Paragraph> paragraphs, int at) {
        if (at + 1 >= paragraphs.size()) {
            return true;
        }
        String next = paragraphs.get(at + 1).text();
        return Marker.read(next) != null || !Glyphs.endsSentence(next) || next.startsWith("（");
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        if (fit(text).score() == 0 || text.tables().stream().anyMatch(NamedLists::hasRows)) {
            return Findings.NONE;
        }
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        Headings headings = new Headings();
        Set<Paragraph> items = Collections.newSetFromMap(new IdentityHashMap<>());
        items.addAll(items(text.paragraphs()));
        int expected = 1;
        for (Paragraph paragraph : text.paragraphs()) {
            Marker marker = Marker.read(paragraph.text());
            if (marker == null || !items.contains(paragraph)) {
                headings.pass(paragraph.text(), paragraph.headingLevel());
                continue;
            }
            if (marker.number() != expected && marker.number() != 1) {
                diagnostics.add(Numbering.gap(expected, marker.number(), paragraph.lines()));
            }
            expected = marker.number() + 1;
            ids.finish(draft(paragraph, marker, headings, notice), null).ifPresent(records::add);
        }
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    private static boolean hasRows(Table table) {
        return table.rows().size() >= 3;
    }

    private static CaseDraft draft(Paragraph paragraph, Marker marker, Headings headings, Notice notice) {
        String whole = paragraph.text().substring(marker.end());
        String title = whole.endsWith("；") ? whole.substring(0, whole.length() - 1) : whole;
        int open = title.endsWith("）") ? title.lastIndexOf('（') : -1;
        Origin place = open > 0 ? Origin.of(title.substring(open)) : Origin.NONE;
        boolean placed = !place.zones().isEmpty() || !place.areas().isEmpty();
        if (placed) {
            title = title.substring(0, open);
        } else {
            place = Origin.of(title);
        }
        return new CaseDraft(title.strip(), paragraph.lines())
                .number(marker.number())
                .printedTitle(paragraph.text())
                .origin(place)
                .promotion(notice.strength() == null ? null : notice.addressed())
                .path(headings.path());
    }
}
