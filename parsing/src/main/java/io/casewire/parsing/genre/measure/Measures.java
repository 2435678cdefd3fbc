package io.casewire.parsing.genre.measure;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.casefile.Items;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Numbering;
import io.casewire.parsing.casefile.Passage;
import io.casewire.parsing.casefile.Scopes;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.LeadUnits;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.head.HeadReader;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Headings;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads notices to the zones whose numbered measures end with their departments and perhaps their scope. */
public final class Measures implements Recogniser {
    private static final int SUREST = 92;
    private static final int MIN_COUNT = 3;
    private static final int MAX_HEAD_LENGTH = 8;
    private static final int MAX_TITLE_LENGTH = 120;
    private static final List<String> SCOPES = List.of("适用范围：", "推广范围：", "实施范围：");
    private static final String GENERAL_SCOPE = "适用范围均为";
    private static final String SAME_SCOPE = "适用范围同上";
    private static final List<String> PLANS = List.of("方案", "分工", "任务", "计划", "要点", "意见");

    @Override
    public Genre genre() {
        return Genre.MEASURES;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        int departments = 0;
        int scopes = 0;
        for (Paragraph paragraph : text.paragraphs()) {
            String line = paragraph.text();
            Marker marker = Marker.read(line);
            boolean told = marker != null && ResponsibilityReader.trailing(line, FirstUnit.IS_ONE_OF_MANY) != null;
            departments += told ? 1 : 0;
            scopes += told && scopeIn(line) != null ? 1 : 0;
        }
        if (departments < MIN_COUNT) {
            Style running = isForZones(text.paragraphs()) ? Unassigned.style(text.paragraphs()) : null;
            return running == null
                    ? Fit.NONE
                    : new Fit(
                            80,
                            Unassigned.count(text.paragraphs(), running)
                                    + " numbered measures for the zones, most without departments");
        }
        String reason = departments + " measures with their departments, " + scopes + " with a scope";
        if (isForZones(text.paragraphs())) {
            return new Fit(SUREST, reason);
        }
        return scopes > 0 ? new Fit(86, reason) : Fit.NONE;
    }

    /** Measures by their title, for the zones to use; what a plan or an opinion tells its own offices to do is work. */
    private static boolean isForZones(List<Paragraph> paragraphs) {
        String words = titleOf(paragraphs);
        return words.contains("措施")
                && TitleZone.in(words) != null
                && PLANS.stream().noneMatch(words::contains);
    }

    private static String titleOf(List<Paragraph> paragraphs) {
        StringBuilder title = new StringBuilder();
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(MAX_HEAD_LENGTH, paragraphs.size()))) {
            String line = paragraph.text();
            if (line.length() > MAX_TITLE_LENGTH || line.endsWith("：") || Marker.read(line) != null) {
                break;
            }
            title.append(line);
        }
        return title.toString();
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        if (Commitments.reads(text)) {
            return Findings.NONE;
        }
        List<Paragraph> paragraphs = text.paragraphs();
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        Style told = itemStyle(paragraphs);
        boolean unassigned = told == null || (isForZones(paragraphs) && Unassigned.areMost(paragraphs, told));
        Style running = unassigned ? Unassigned.style(paragraphs) : null;
        Style style = running != null ? running : told != null ? told : Style.ARABIC;
        String addressed = unassigned ? TitleZone.in(titleOf(paragraphs)) : null;
        FirstUnit firstUnit =
                FirstUnit.saidByAll(paragraphs.stream().map(Paragraph::text).toList());
        String generalScope = generalScope(paragraphs);
        Headings headings = new Headings();
        int expected = 1;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Marker marker = Marker.read(paragraph.text());
            boolean item = marker != null && marker.style() == style;
            boolean carryingOut = unassigned
                    && (Unassigned.isOfCarryingOut(headings.path()) || Unassigned.isOfCarryingOut(paragraph.text()));
            if (marker == null || !item || carryingOut) {
                headings.pass(paragraph.text(), paragraph.headingLevel());
                continue;
            }
            List<Paragraph> whole = unassigned ? Unassigned.at(paragraphs, i, style) : itemAt(paragraphs, i, style);
            Measure measure = Measure.read(whole, marker, firstUnit);
            if (!unassigned && measure.responsibility() == null && measure.scope() == null) {
                continue;
            }
            if (marker.number() != expected && marker.number() != 1) {
                diagnostics.add(Numbering.gap(expected, marker.number(), paragraph.lines()));
            }
            expected = marker.number() + 1;
            String scope = measure.scope() != null ? measure.scope() : generalScope;
            CaseDraft draft = measure.draft()
                    .number(marker.number())
                    .category(headings.path().isEmpty() ? null : headings.path().getLast())
                    .path(headings.path())
                    .promotion(
                            scope != null
                                    ? Scopes.read(scope, null, notice.since(), notice.instrument())
                                    : addressed == null ? null : toZone(addressed, notice, identity));
            ids.finish(draft, null).ifPresent(records::add);
        }
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    /** Only central bodies mean all zones when they write to the zones; others mean their own. */
    private static Promotion toZone(String zone, Notice notice, DocumentIdentity identity) {
        Promotion read = Scopes.read(zone, null, notice.since(), notice.instrument());
        String issuer = identity.issuer();
        boolean central = issuer != null && HeadReader.isCentralBody(issuer);
        return central || read.scope() == PromotionScope.NAMED
                ? read
                : new Promotion(
                        PromotionScope.NAMED, zone, notice.place().zones(), null, notice.since(), notice.instrument());
    }

    /** The style of most items that end with their departments; the part an item ends with may have another. */
    private static @Nullable Style itemStyle(List<Paragraph> paragraphs) {
        Map<Style, Integer> counts = new LinkedHashMap<>();
        for (Paragraph paragraph : paragraphs) {
            Marker marker = Marker.read(paragraph.text());
            if (marker != null && ResponsibilityReader.trailing(paragraph.text(), FirstUnit.IS_ONE_OF_MANY) != null) {
                counts.merge(marker.style(), 1, Integer::sum);
            }
        }
        Style most = null;
        for (Map.Entry<Style, Integer> entry : counts.entrySet()) {
            most = most == null || entry.getValue() > counts.getOrDefault(most, 0) ? entry.getKey() : most;
        }
        return most;
    }

    private static List<Paragraph> itemAt(List<Paragraph> paragraphs, int at, Style style) {
        int end = at + 1;
        while (end < paragraphs.size() && !closed(paragraphs.get(end - 1).text())) {
            Marker marker = Marker.read(paragraphs.get(end).text());
            if (marker != null && marker.style().rank() <= style.rank()) {
                break;
            }
            end++;
        }
        return paragraphs.subList(at, closed(paragraphs.get(end - 1).text()) ? end : at + 1);
    }

    private static boolean closed(String text) {
        return (text.endsWith("）") && scopeIn(text) != null)
                || ResponsibilityReader.trailing(text, FirstUnit.IS_ONE_OF_MANY) != null;
    }

    /** What the document says holds where an item says nothing else. */
    private static @Nullable String generalScope(List<Paragraph> paragraphs) {
        for (Paragraph paragraph : paragraphs) {
            int at = paragraph.text().indexOf(GENERAL_SCOPE);
            if (at >= 0) {
                return until(paragraph.text(), at + GENERAL_SCOPE.length());
            }
            if (paragraph.text().contains(SAME_SCOPE)) {
                return scopeIn(paragraph.text());
            }
        }
        return null;
    }

    /** The scope a text labels; null where it labels none. */
    private static @Nullable String scopeIn(String text) {
        for (String label : SCOPES) {
            int at = text.indexOf(label);
            if (at >= 0) {
                return until(text, at + label.length());
            }
        }
        return null;
    }

    private static String until(String text, int from) {
        int end = from;
        while (end < text.length() && "，。；）".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end);
    }

    /**
     * One measure.
     *
     * @param scope as printed; null where the item says none
     */
    private record Measure(
            CaseDraft draft,
            @Nullable Responsibility responsibility,
            @Nullable String scope) {
        static Measure read(List<Paragraph> item, Marker marker, FirstUnit firstUnit) {
            Paragraph first = item.getFirst();
            String whole = Items.text(item).substring(marker.end());
            Responsibility responsibility = ResponsibilityReader.trailing(whole, firstUnit);
            int bracket = whole.endsWith("）") ? whole.lastIndexOf('（') : -1;
            String scope = scopeIn(whole);
            int end = responsibility != null
                    ? responsibility.start()
                    : scope != null && bracket > 0 ? bracket : whole.length();
            String body = whole.substring(0, end).strip();
            NumberedText headed = Items.headed(null, body);
            String title = headed.heading() != null ? headed.heading() : firstSentence(body);
            CaseDraft draft = new CaseDraft(
                            title,
                            new LineRange(
                                    first.lines().first(),
                                    item.getLast().lines().last()))
                    .practice(new Passage(null, body, List.of()));
            if (responsibility != null) {
                LeadUnits units = LeadUnits.of(responsibility);
                draft.leadUnits(units.lead()).supportingUnits(units.supporting());
            }
            return new Measure(draft, responsibility, scope);
        }

        private static String firstSentence(String body) {
            int stop = body.indexOf('。');
            return stop > 0 ? body.substring(0, stop) : body;
        }
    }
}
