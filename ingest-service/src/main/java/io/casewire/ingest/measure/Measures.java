package io.casewire.ingest.measure;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Instrument;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.ingest.cases.CaseDraft;
import io.casewire.ingest.cases.CaseIds;
import io.casewire.ingest.cases.Declared;
import io.casewire.ingest.cases.Items;
import io.casewire.ingest.cases.Notice;
import io.casewire.ingest.cases.Numbering;
import io.casewire.ingest.cases.Passage;
import io.casewire.ingest.cases.Scopes;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Headings;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Style;
import io.casewire.ingest.recogniser.DocumentIdentity;
import io.casewire.ingest.recogniser.Findings;
import io.casewire.ingest.recogniser.Fit;
import io.casewire.ingest.recogniser.Recogniser;
import io.casewire.ingest.responsibility.FirstUnit;
import io.casewire.ingest.responsibility.Responsibility;
import io.casewire.ingest.responsibility.ResponsibilityReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads notices to the zones whose numbered measures end with their departments and perhaps their scope. */
public final class Measures implements Recogniser {
    private static final int SUREST = 92;
    private static final int FEWEST = 3;
    private static final int LONGEST_HEAD = 8;
    private static final int LONGEST_TITLE = 60;
    private static final List<String> SCOPES = List.of("适用范围：", "推广范围：", "实施范围：");
    private static final String GENERAL_SCOPE = "适用范围均为";
    private static final String SAME_SCOPE = "适用范围同上";
    private static final List<String> ZONES = List.of("自贸试验区", "自由贸易", "自贸区", "自贸港");
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
        if (departments < FEWEST) {
            int items = isForZones(text.paragraphs()) ? Unassigned.count(text.paragraphs()) : 0;
            return items >= Unassigned.FEWEST
                    ? new Fit(80, items + " numbered measures for the zones, most without departments")
                    : Fit.NONE;
        }
        String reason = departments + " measures with their departments, " + scopes + " with a scope";
        if (isForZones(text.paragraphs())) {
            return new Fit(SUREST, reason);
        }
        return scopes > 0 ? new Fit(86, reason) : Fit.NONE;
    }

    /** Measures by their title, for the zones to use; what a plan or an opinion tells its own offices to do is work. */
    private static boolean isForZones(List<Paragraph> paragraphs) {
        StringBuilder title = new StringBuilder();
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(LONGEST_HEAD, paragraphs.size()))) {
            String line = paragraph.text();
            if (line.length() > LONGEST_TITLE || line.endsWith("：") || Marker.read(line) != null) {
                break;
            }
            title.append(line);
        }
        String words = title.toString();
        return words.contains("措施")
                && ZONES.stream().anyMatch(words::contains)
                && PLANS.stream().noneMatch(words::contains);
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<Paragraph> paragraphs = text.paragraphs();
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        Style told = itemStyle(paragraphs);
        boolean unassigned = told == null || (isForZones(paragraphs) && Unassigned.areMost(paragraphs, told));
        Style style = unassigned || told == null ? Unassigned.STYLE : told;
        FirstUnit firstUnit =
                FirstUnit.saidByAll(paragraphs.stream().map(Paragraph::text).toList());
        String generalScope = generalScope(paragraphs);
        Headings headings = new Headings();
        int expected = 1;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Marker marker = Marker.read(paragraph.text());
            boolean item = marker != null && marker.style() == style;
            if (marker == null || !item || (unassigned && Unassigned.isOfCarryingOut(headings.path()))) {
                headings.pass(paragraph.text(), paragraph.headingLevel());
                continue;
            }
            List<Paragraph> whole = unassigned ? Unassigned.at(paragraphs, i) : itemAt(paragraphs, i, style);
            Measure measure = Measure.read(whole, marker, firstUnit);
            if (!unassigned && measure.responsibility() == null && measure.scope() == null) {
                continue;
            }
            if (marker.number() != expected && marker.number() != 1) {
                diagnostics.add(Numbering.gap(expected, marker.number(), paragraph.lines()));
            }
            expected = marker.number() + 1;
            String scope = measure.scope() != null ? measure.scope() : generalScope;
            Instrument instrument = notice.instrument();
            CaseDraft draft = measure.draft()
                    .number(marker.number())
                    .category(headings.path().isEmpty() ? null : headings.path().getLast())
                    .path(headings.path())
                    .promotion(scope == null ? null : Scopes.read(scope, null, notice.since(), instrument));
            ids.finish(draft, null).ifPresent(records::add);
        }
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    /** The style of the first item that ends with its departments. */
    private static @Nullable Style itemStyle(List<Paragraph> paragraphs) {
        for (Paragraph paragraph : paragraphs) {
            Marker marker = Marker.read(paragraph.text());
            if (marker != null && ResponsibilityReader.trailing(paragraph.text(), FirstUnit.IS_ONE_OF_MANY) != null) {
                return marker.style();
            }
        }
        return null;
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
                boolean told = !responsibility.leadUnits().isEmpty();
                draft.leadUnits(told ? responsibility.leadUnits() : responsibility.units())
                        .supportingUnits(responsibility.supportingUnits());
            }
            return new Measure(draft, responsibility, scope);
        }

        private static String firstSentence(String body) {
            int stop = body.indexOf('。');
            return stop > 0 ? body.substring(0, stop) : body;
        }
    }
}
