package io.casewire.parsing.genre.bestpractice;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.casefile.Items;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Numbering;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.casefile.Passage;
import io.casewire.parsing.casefile.Sections;
import io.casewire.parsing.field.responsibility.LeadUnits;
import io.casewire.parsing.field.responsibility.UnitNames;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Column;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chapters that tell a case by its practice and its effects. */
public final class BestPractices implements Recogniser {
    private static final int SUREST = 88;
    private static final int MAX_HEAD_LENGTH = 6;
    private static final int MAX_TITLE_LENGTH = 60;
    private static final List<String> WORDS = List.of("案例", "模式", "经验", "创新");

    @Override
    public Genre genre() {
        return Genre.BEST_PRACTICES;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        Column anchor = Chapter.anchor(text.paragraphs());
        int practices = 0;
        int effects = 0;
        for (Paragraph paragraph : text.paragraphs()) {
            Sections.Label label = Sections.label(paragraph.text());
            practices += label != null && label.column() == anchor ? 1 : 0;
            effects += label != null && label.column() == Column.EFFECTS ? 1 : 0;
        }
        if (practices == 0 || effects == 0 || (practices == 1 && !speaksOfCases(text.paragraphs()))) {
            return Fit.NONE;
        }
        return new Fit(
                practices > 1 && anchor == Column.PRACTICE ? SUREST : 70,
                practices + " chapters with what was done and " + effects + " with what it brought");
    }

    /** One chapter alone may be the yearly summary of an office; a case calls itself one, or says what is new or worth taking over. */
    private static boolean speaksOfCases(List<Paragraph> paragraphs) {
        boolean told = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            String line = paragraphs.get(i).text();
            if (line.length() > MAX_TITLE_LENGTH || Glyphs.endsSentence(line)) {
                continue;
            }
            Marker marker = Marker.read(line);
            if (marker != null && line.startsWith("存在", marker.end())) {
                return false;
            }
            told |= line.contains("推广价值")
                    || (i < MAX_HEAD_LENGTH && WORDS.stream().anyMatch(line::contains));
        }
        return told;
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<Paragraph> paragraphs = text.paragraphs();
        List<Chapter> chapters = Chapter.find(paragraphs);
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseDraft> drafts = new ArrayList<>();
        Notice notice = Notice.of(text, identity);
        int expected = 1;
        for (Chapter chapter : chapters) {
            CaseDraft draft = draft(chapter, notice, diagnostics);
            Integer number = draft.number();
            if (number != null && number != expected) {
                diagnostics.add(Numbering.gap(expected, number, draft.lines()));
            }
            expected = number == null ? expected + 1 : number + 1;
            drafts.add(draft);
        }
        List<CaseRecord> records = new CaseIds(identity, diagnostics).finish(drafts);
        Integer declared = declared(text, paragraphs, chapters);
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    private static CaseDraft draft(Chapter chapter, Notice notice, List<DiagnosticRecord> diagnostics) {
        Sections sections = Sections.of(chapter.body());
        String place = chapter.place();
        String lead = Items.text(sections.lead());
        String said = sections.fact(Column.ORIGIN_UNIT) + "\n" + sections.fact(Column.ORIGIN_ZONE);
        Origin printed = Origin.of(place != null ? place : said.isBlank() ? lead : said);
        List<String> zones = printed.zones().isEmpty() ? Origin.of(lead).zones() : printed.zones();
        if (zones.isEmpty()) {
            zones = notice.place().zones();
        }
        if (zones.isEmpty()) {
            zones = new Origin(List.of(), printed.areas()).withZonesOfAreas().zones();
        }
        List<String> areas = Origin.areasIn((place == null ? "" : place) + said + lead, zones);
        if (areas.isEmpty()) {
            areas = Origin.areasIn(Items.text(sections.practice()), zones);
        }
        if (sections.effects().isEmpty()) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.WARNING,
                    "NO_EFFECTS",
                    "'" + chapter.title() + "' has no part on its effects",
                    chapter.lines()));
        }
        for (Paragraph paragraph : sections.other()) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.INFO, "TEXT_NOT_USED", "A part that is neither practice nor effect", paragraph.lines()));
        }
        String inCharge = sections.fact(Column.LEAD_UNIT);
        LeadUnits leading = LeadUnits.ofCell(inCharge, inCharge);
        List<String> helping = new ArrayList<>(leading.supporting());
        helping.addAll(UnitNames.split(sections.fact(Column.SUPPORTING_UNIT)));
        return new CaseDraft(LetterTitle.subject(chapter.title()), chapter.lines())
                .number(chapter.number())
                .printedTitle(chapter.printedTitle())
                .category(chapter.category())
                .origin(new Origin(zones, areas).withZonesOfAreas())
                .originUnits(UnitNames.split(sections.fact(Column.ORIGIN_UNIT)))
                .leadUnits(leading.lead())
                .supportingUnits(helping)
                .summary(lead)
                .background(Items.text(sections.background()))
                .practice(new Passage(null, Items.text(sections.practice()), Items.read(sections.practice())))
                .effects(new Passage(null, Items.text(sections.effects()), Items.read(sections.effects())))
                .promotion(promotion(sections, notice))
                .path(chapter.category() == null ? List.of() : List.of(chapter.category()));
    }

    private static @Nullable Promotion promotion(Sections sections, Notice notice) {
        String scope = sections.fact(Column.SCOPE);
        if (!scope.isEmpty()) {
            return notice.promotion(scope);
        }
        return notice.strength() == null ? null : notice.addressed();
    }

    /** The entries of the table of contents, else the number the text states before the first chapter. */
    private static @Nullable Integer declared(DocumentText text, List<Paragraph> paragraphs, List<Chapter> chapters) {
        int entries = 0;
        for (Omission omission : text.omissions()) {
            Marker marker = omission.reason() == Reason.TABLE_OF_CONTENTS ? Marker.read(omission.text()) : null;
            entries += marker != null && marker.style() == Style.ARABIC ? 1 : 0;
        }
        if (entries > 1) {
            return entries;
        }
        LineRange first = chapters.isEmpty() ? null : chapters.getFirst().lines();
        for (Paragraph paragraph : paragraphs) {
            if (first != null && paragraph.lines().first() >= first.first()) {
                break;
            }
            Integer declared = Declared.inText(paragraph.text());
            if (declared != null) {
                return declared;
            }
        }
        return null;
    }
}
