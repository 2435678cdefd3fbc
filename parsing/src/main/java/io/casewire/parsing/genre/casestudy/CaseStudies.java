package io.casewire.parsing.genre.casestudy;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.casefile.Items;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Numbering;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.casefile.Passage;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads write-ups of several cases, each with an outline of its own. */
public final class CaseStudies implements Recogniser {
    private static final int SUREST = 75;
    private static final int MAX_TITLE_LENGTH = 50;
    private static final int MIN_CASES = 3;
    private static final List<String> WORDS = List.of("案例", "经验", "创新", "做法", "改革");

    @Override
    public Genre genre() {
        return Genre.CASE_STUDIES;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        int cases = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            cases += beginsCase(paragraphs, i) ? 1 : 0;
        }
        if (cases < MIN_CASES || !speaksOfCases(paragraphs)) {
            return Fit.NONE;
        }
        return new Fit(SUREST, cases + " numbered write-ups, each with an outline of its own");
    }

    private static boolean speaksOfCases(List<Paragraph> paragraphs) {
        StringBuilder head = new StringBuilder();
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(12, paragraphs.size()))) {
            head.append(paragraph.text());
        }
        return WORDS.stream().anyMatch(word -> head.indexOf(word) >= 0);
    }

    /** A numbered title right above 一、: the outline inside a case starts again with every case. */
    static boolean beginsCase(List<Paragraph> paragraphs, int at) {
        String text = paragraphs.get(at).text();
        Marker marker = Marker.read(text);
        if (marker == null
                || marker.style() != Style.ARABIC
                || text.length() > MAX_TITLE_LENGTH
                || Glyphs.endsSentence(text)) {
            return false;
        }
        for (int i = at + 1; i < Math.min(at + 5, paragraphs.size()); i++) {
            Marker next = Marker.read(paragraphs.get(i).text());
            if (next != null) {
                return next.style() == Style.HAN && next.number() == 1;
            }
        }
        return false;
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        Columns columns = Columns.of(text.paragraphs());
        List<CaseDraft> drafts = new ArrayList<>();
        Notice notice = Notice.of(text, identity);
        List<Column> ordered = new ArrayList<>(columns.cases());
        ordered.sort(Comparator.comparingInt(Column::number));
        int expected = 1;
        for (Column column : ordered) {
            if (column.number() != expected) {
                diagnostics.add(Numbering.gap(expected, column.number(), column.lines()));
            }
            expected = column.number() + 1;
            drafts.add(draft(column, notice));
            diagnostics.addAll(column.diagnostics());
            diagnostics.addAll(withoutText(column));
        }
        for (Run run : columns.homeless()) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.WARNING,
                    "COLUMN_NOT_PLACED",
                    "A stretch of text beginning '" + run.first().text() + "' continues none of the cases for certain",
                    run.lines()));
        }
        for (Paragraph paragraph : text.paragraphs()) {
            if (breaksOff(paragraph)) {
                diagnostics.add(new DiagnosticRecord(
                        Severity.WARNING,
                        "TEXT_BREAKS_OFF",
                        "The sentence ending '" + tail(paragraph.text()) + "' goes on nowhere in the document",
                        paragraph.lines()));
            }
        }
        List<CaseRecord> records = new CaseIds(identity, diagnostics).finish(drafts);
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    private static CaseDraft draft(Column column, Notice notice) {
        List<Paragraph> lead = new ArrayList<>();
        List<Paragraph> body = new ArrayList<>();
        for (Paragraph paragraph : column.paragraphs()) {
            boolean outline = !body.isEmpty() || Marker.read(paragraph.text()) != null;
            (outline ? body : lead).add(paragraph);
        }
        String words = Items.text(lead) + Items.text(body);
        Origin origin = Origin.of(words);
        List<String> zones = origin.zones().isEmpty() ? notice.place().zones() : origin.zones();
        return new CaseDraft(column.title(), column.lines())
                .number(column.number())
                .printedTitle(column.printedTitle())
                .origin(new Origin(zones, origin.areas()))
                .summary(Items.text(lead))
                .practice(new Passage(null, Items.text(body), Items.read(body)));
    }

    /** A heading right above another of its own rank or of an outer one has lost its text. */
    private static List<DiagnosticRecord> withoutText(Column column) {
        List<DiagnosticRecord> lost = new ArrayList<>();
        List<Paragraph> paragraphs = column.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            Marker marker = Marker.read(paragraphs.get(i).text());
            if (marker == null || Glyphs.endsSentence(paragraphs.get(i).text())) {
                continue;
            }
            Marker next = i + 1 < paragraphs.size()
                    ? Marker.read(paragraphs.get(i + 1).text())
                    : null;
            boolean innerFollows =
                    next != null && (next.style().rank() > marker.style().rank() || next.number() == 1);
            boolean bodyFollows = i + 1 < paragraphs.size() && next == null;
            if (!innerFollows && !bodyFollows) {
                lost.add(new DiagnosticRecord(
                        Severity.WARNING,
                        "HEADING_WITHOUT_TEXT",
                        "No text was found below '" + paragraphs.get(i).text() + "'",
                        paragraphs.get(i).lines()));
            }
        }
        return lost;
    }

    private static boolean breaksOff(Paragraph paragraph) {
        String text = paragraph.text();
        return text.length() > 60 && !Glyphs.endsSentence(text) && text.indexOf('。') > 0;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 12));
    }

    /** The lines from the first to the last of these paragraphs, in file order. */
    static @Nullable LineRange span(List<Paragraph> paragraphs) {
        if (paragraphs.isEmpty()) {
            return null;
        }
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Paragraph paragraph : paragraphs) {
            first = Math.min(first, paragraph.lines().first());
            last = Math.max(last, paragraph.lines().last());
        }
        return new LineRange(first, last);
    }
}
