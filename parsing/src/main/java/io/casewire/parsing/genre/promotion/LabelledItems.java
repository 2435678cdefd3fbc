package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.CaseTable;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.casefile.Items;
import io.casewire.parsing.casefile.LabelledParts;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Numbering;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.casefile.Passage;
import io.casewire.parsing.casefile.Sections;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.LeadUnits;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.field.responsibility.UnitNames;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Cells;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lists of results whose numbered items carry labels like the columns of a table: 责任单位：…, 推广范围：…. */
public final class LabelledItems implements Recogniser {
    private static final int SUREST = 92;
    private static final int MIN_COUNT = 3;
    private static final int MAX_HEAD_LENGTH = 8;
    private static final int MAX_TITLE_LENGTH = 60;
    private static final int MAX_LABEL_LENGTH = 10;
    private static final List<String> RESULTS =
            List.of("经验", "案例", "创新成果", "试点成果", "做法", "复制推广", "改革举措", "改革事项", "创新举措");
    private static final List<String> PLANS = List.of("方案", "分工", "任务", "计划", "要点", "规划", "意见", "办法", "细则", "条例", "规定");

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
        if (!listsResults(text.paragraphs())
                || text.tables().stream().anyMatch(table -> CaseTable.columnsOf(table) != null)) {
            return Fit.NONE;
        }
        int items = Item.all(text.paragraphs()).size();
        long writeUps = text.paragraphs().stream()
                .map(paragraph -> Sections.label(paragraph.text()))
                .filter(label -> label != null && label.column() == Column.EFFECTS)
                .count();
        return items < MIN_COUNT || writeUps * 2 > items
                ? Fit.NONE
                : new Fit(SUREST, items + " numbered results with their units or their scope");
    }

    /** The document calls itself a list of results, and no plan: in a plan the same labels name who has to do the work. */
    private static boolean listsResults(List<Paragraph> paragraphs) {
        boolean results = false;
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(MAX_HEAD_LENGTH, paragraphs.size()))) {
            String line = paragraph.text();
            if (line.length() > 80 || line.indexOf('。') >= 0 || Marker.read(line) != null) {
                continue;
            }
            if (PLANS.stream().anyMatch(kind -> isTitleOf(line, kind))) {
                return false;
            }
            results |= RESULTS.stream().anyMatch(line::contains);
        }
        return results;
    }

    /** Whether a line ends with that kind of document, a letter that sends it aside. */
    private static boolean isTitleOf(String line, String kind) {
        int at = line.lastIndexOf(kind);
        if (at < 0) {
            return false;
        }
        String rest = line.substring(at + kind.length());
        return rest.isEmpty() || "》（表的".indexOf(rest.charAt(0)) >= 0;
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        if (fit(text).score() == 0) {
            return Findings.NONE;
        }
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        FirstUnit firstUnit = FirstUnit.saidBy(notice.words());
        Outline outline = new Outline(diagnostics);
        int expected = 1;
        int at = 0;
        for (Item item : Item.all(text.paragraphs())) {
            for (; at < item.first(); at++) {
                outline.pass(text.paragraphs().get(at));
            }
            at = item.end();
            outline.close(item.marker().style().rank());
            outline.count();
            int number = item.marker().number();
            if (number != expected && number != 1) {
                diagnostics.add(Numbering.gap(expected, number, item.lines()));
            }
            expected = number + 1;
            ids.finish(draft(item, outline, notice, firstUnit), null).ifPresent(records::add);
        }
        outline.close(0);
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    private static CaseDraft draft(Item item, Outline outline, Notice notice, FirstUnit firstUnit) {
        LabelledParts parts = item.parts();
        PlacedTitle title = PlacedTitle.read(item.title());
        Origin printed = Origin.of(parts.part(Column.ORIGIN_ZONE) + "\n" + parts.part(Column.ORIGIN_UNIT));
        Origin origin = printed.equals(Origin.NONE) ? title.origin() : printed.withZonesOfAreas();
        String scope = scope(parts, outline);
        Promotion promotion =
                scope != null ? notice.promotion(scope) : notice.strength() == null ? null : notice.addressed();
        String category = outline.category();
        CaseDraft draft = new CaseDraft(title.title(), item.lines())
                .number(item.marker().number())
                .printedTitle(item.printed())
                .category(category)
                .origin(origin.zones().isEmpty() ? new Origin(notice.place().zones(), origin.areas()) : origin)
                .originUnits(UnitNames.split(parts.part(Column.ORIGIN_UNIT)))
                .background(parts.part(Column.BACKGROUND))
                .summary(summary(item))
                .practice(Passage.ofCell(parts.part(Column.PRACTICE)))
                .due(due(parts))
                .effects(new Passage(null, parts.part(Column.EFFECTS), List.of()))
                .promotion(promotion)
                .path(outline.path());
        Responsibility who = ResponsibilityReader.read(parts.part(Column.LEAD_UNIT), firstUnit);
        List<String> supporting = UnitNames.split(parts.part(Column.SUPPORTING_UNIT));
        if (who != null) {
            LeadUnits units = LeadUnits.of(who);
            draft.leadUnits(units.lead());
            supporting = supporting.isEmpty() ? units.supporting() : supporting;
        }
        return draft.supportingUnits(supporting);
    }

    private static String due(LabelledParts parts) {
        String day = parts.part(Column.DEADLINE);
        return Cells.isNone(day) ? "" : "完成时限：" + day;
    }

    private static String summary(Item item) {
        String labelled = item.parts().part(Column.SUMMARY);
        String lead = item.rest();
        return labelled.isEmpty() || lead.isEmpty() ? lead + labelled : lead + "\n" + labelled;
    }

    private static @Nullable String scope(LabelledParts parts, Outline outline) {
        String scope = parts.part(Column.SCOPE);
        while (scope.endsWith("。") || scope.endsWith("；") || scope.endsWith("）")) {
            scope = scope.substring(0, scope.length() - 1);
        }
        return scope.isEmpty() ? outline.scope() : scope;
    }

    /**
     * A numbered item with what stands below it up to the next number.
     *
     * @param first index of its first paragraph
     * @param end index after its last
     * @param rest what follows the title before the first label
     */
    private record Item(
            Marker marker,
            int first,
            int end,
            String printed,
            String title,
            String rest,
            LabelledParts parts,
            LineRange lines) {

        /** The items that say who is responsible, where they come from or where they go, all numbered in one style. */
        static List<Item> all(List<Paragraph> paragraphs) {
            Map<Style, List<Item>> byStyle = new EnumMap<>(Style.class);
            int at = 0;
            while (at < paragraphs.size()) {
                Marker marker = Marker.read(paragraphs.get(at).text());
                if (marker == null) {
                    at++;
                    continue;
                }
                int end = at + 1;
                while (end < paragraphs.size()
                        && Marker.read(paragraphs.get(end).text()) == null) {
                    end++;
                }
                Item item = read(paragraphs, at, end, marker);
                if (item != null) {
                    byStyle.computeIfAbsent(item.marker.style(), _ -> new ArrayList<>())
                            .add(item);
                }
                at = end;
            }
            List<Item> most = List.of();
            for (List<Item> items : byStyle.values()) {
                most = items.size() > most.size() ? items : most;
            }
            return most;
        }

        private static @Nullable Item read(List<Paragraph> paragraphs, int first, int end, Marker marker) {
            List<Paragraph> whole = paragraphs.subList(first, end);
            String labelled = BracketedLabels.last(Items.text(whole).substring(marker.end()));
            int label = titleStart(labelled);
            String text = labelled.substring(label);
            int stop = titleEnd(text);
            if (stop <= 0 || stop > MAX_TITLE_LENGTH) {
                return null;
            }
            LabelledParts parts = LabelledParts.of(text.substring(Math.min(text.length(), stop + 1)));
            boolean told = parts.parts().containsKey(Column.LEAD_UNIT)
                    || parts.parts().containsKey(Column.SCOPE)
                    || parts.parts().containsKey(Column.ORIGIN_UNIT);
            return told
                    ? new Item(
                            marker,
                            first,
                            end,
                            paragraphs
                                    .get(first)
                                    .text()
                                    .substring(
                                            0,
                                            Math.min(
                                                    marker.end() + label + stop,
                                                    paragraphs.get(first).text().length())),
                            text.substring(0, stop).strip(),
                            parts.lead(),
                            parts,
                            new LineRange(
                                    whole.getFirst().lines().first(),
                                    whole.getLast().lines().last()))
                    : null;
        }

        /** Behind the label that names a title as one (改革事项：…); 0 where none does. */
        private static int titleStart(String text) {
            int colon = text.indexOf('：');
            boolean label = colon > 0
                    && colon <= MAX_LABEL_LENGTH
                    && Column.ofHeader(text.substring(0, colon)).orElse(null) == Column.TITLE;
            return label ? colon + 1 : 0;
        }

        /** A title ends with its line, its sentence or its colon. */
        private static int titleEnd(String text) {
            for (int i = 0; i < text.length(); i++) {
                if ("。：\n".indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
            return text.length();
        }
    }
}
