package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.parsing.casefile.CaseDraft;
import io.casewire.parsing.casefile.CaseIds;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.casefile.Notice;
import io.casewire.parsing.casefile.Numbering;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Headings;
import io.casewire.parsing.outline.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads bare numbered lists of commended practices: a title a line, perhaps with its place or a few words on it, no table. */
public final class NamedLists implements Recogniser {
    private static final int SUREST = 72;
    private static final int MIN_COUNT = 4;
    /** Where the list says how many it has, or each item what it means. */
    private static final int MIN_TOLD_COUNT = 3;

    private static final int MAX_TITLE_LENGTH = 80;
    private static final List<String> WORDS = List.of(
            "典型经验", "经验做法", "典型做法", "典型案例", "创新案例", "实践案例", "试点经验", "创新成果", "改革案例", "创新举措", "创新经验", "创新做法", "推广经验",
            "改革经验", "改革举措");

    static final List<String> LISTS = List.of("经验", "做法", "案例", "成果", "举措", "清单", "名单", "一览表", "事项", "选编", "汇编", "案例集");
    private static final List<String> NEWS = List.of("正式发布", "发布", "公布", "出炉", "揭晓", "公示");
    private static final List<String> LETTERS = List.of("通知", "通报", "公告", "的函", "决定");
    private static final List<String> PUBLISHES = List.of("表扬", "推广", "公布", "印发", "发布", "推介");
    private static final List<String> ASKS = List.of("开展", "征集", "申报", "做好", "评选", "培训", "督查的", "情况");
    private static final List<String> WAYS = List.of(
            "模式", "机制", "改革", "制度", "服务", "体系", "平台", "试点", "监管", "办理", "建设", "通办", "备案", "登记", "做法", "路径", "联办", "治理");
    private static final int MAX_HEAD_LENGTH = 14;

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

    /** Whether these are its items. */
    static boolean reads(DocumentText text) {
        return fitOf(text).score() > 0;
    }

    private static Fit fitOf(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        Map<Paragraph, Marker> found = NamedItems.of(paragraphs);
        int items = found.size();
        boolean counted = NamedItems.areCounted(paragraphs, items);
        boolean described = found.entrySet().stream()
                .allMatch(item -> NamedItems.isDescribed(item.getKey().text(), item.getValue()));
        int least = described || counted ? MIN_TOLD_COUNT : MIN_COUNT;
        boolean bare = text.tables().stream().allMatch(table -> table.rows().size() < 3);
        // a list inside a longer text is an outline, not a list
        boolean most = items * 3 >= paragraphs.size();
        return items >= least && bare && most && namesList(paragraphs) && (counted || readLikePractices(found))
                ? new Fit(SUREST, items + " numbered titles of practices")
                : Fit.NONE;
    }

    /** A line names the list: 典型经验做法（共5项）, or the letter publishes or commends what is in it. */
    static boolean namesList(List<Paragraph> paragraphs) {
        return paragraphs.subList(0, Math.min(MAX_HEAD_LENGTH, paragraphs.size())).stream()
                .anyMatch(paragraph -> names(paragraph.text()));
    }

    /** Whether a line names a list of practices, or is the title of a letter that publishes one. */
    static boolean names(String line) {
        boolean named = WORDS.stream().anyMatch(line::contains)
                || (line.contains("案例") && (line.contains("制度创新") || line.contains("改革创新")));
        if (line.length() > MAX_TITLE_LENGTH || line.indexOf('。') >= 0 || !named) {
            return false;
        }
        int bracket = line.endsWith("）") ? line.lastIndexOf('（') : -1;
        String bare = withoutNews(bracket > 0 ? line.substring(0, bracket) : line);
        boolean list = LISTS.stream().anyMatch(bare::endsWith);
        boolean letter = LETTERS.stream().anyMatch(bare::endsWith)
                && PUBLISHES.stream().anyMatch(bare::contains)
                && ASKS.stream().noneMatch(bare::contains);
        return list || letter;
    }

    /** 十大创新案例发布: a headline names the list as well. */
    private static String withoutNews(String line) {
        return NEWS.stream()
                .filter(line::endsWith)
                .findFirst()
                .map(word -> line.substring(0, line.length() - word.length()))
                .orElse(line);
    }

    /** Whether the items read like practices: a quoted name, a place, a word for a way of doing something. */
    private static boolean readLikePractices(Map<Paragraph, Marker> items) {
        int alike = 0;
        for (Map.Entry<Paragraph, Marker> item : items.entrySet()) {
            String whole = item.getKey().text();
            int stop = NamedItems.isDescribed(whole, item.getValue()) ? whole.indexOf('。') : whole.length();
            String text = withoutStop(whole.substring(item.getValue().end(), stop));
            PlacedTitle placed = PlacedTitle.read(text);
            boolean quoted = text.indexOf('“') >= 0;
            boolean from =
                    !placed.origin().equals(Origin.NONE) && placed.title().length() < text.length();
            alike += quoted || from || WAYS.stream().anyMatch(placed.title()::endsWith) ? 1 : 0;
        }
        return alike * 3 >= items.size();
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        if (!reads(text)
                || LabelledItems.reads(text)
                || QuotedLists.reads(text)
                || text.tables().stream().anyMatch(NamedLists::hasRows)) {
            return Findings.NONE;
        }
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        Headings headings = new Headings();
        Outline outline = new Outline(diagnostics);
        Map<Paragraph, Marker> items = NamedItems.of(text.paragraphs());
        int expected = 1;
        for (Paragraph paragraph : text.paragraphs()) {
            Marker marker = items.get(paragraph);
            if (marker == null) {
                headings.pass(paragraph.text(), paragraph.headingLevel());
                outline.pass(paragraph);
                continue;
            }
            outline.close(marker.style().rank());
            outline.count();
            if (marker.number() != expected && marker.number() != 1) {
                diagnostics.add(Numbering.gap(expected, marker.number(), paragraph.lines()));
            }
            expected = marker.number() + 1;
            ids.finish(draft(paragraph, marker, outline, notice).path(headings.path()), null)
                    .ifPresent(records::add);
        }
        outline.close(0);
        Integer declared = Declared.inText(notice.words());
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    private static String withoutStop(String item) {
        return item.endsWith("；") || item.endsWith("。") ? item.substring(0, item.length() - 1) : item;
    }

    private static boolean hasRows(Table table) {
        return table.rows().size() >= 3;
    }

    private static CaseDraft draft(Paragraph paragraph, Marker marker, Outline outline, Notice notice) {
        String text = paragraph.text().substring(marker.end());
        int stop = NamedItems.isDescribed(paragraph.text(), marker) ? text.indexOf('。') : text.length();
        String whole = text.substring(0, stop);
        PlacedTitle placed = PlacedTitle.read(withoutStop(whole));
        Promotion promotion = outline.scope() != null
                ? notice.promotion(outline.scope())
                : notice.strength() == null ? null : notice.addressed();
        boolean placeless = placed.origin().zones().isEmpty();
        return new CaseDraft(placed.title(), paragraph.lines())
                .originUnits(placed.units())
                .number(marker.number())
                .summary(text.substring(Math.min(text.length(), stop + 1)).strip())
                .printedTitle(paragraph.text())
                .category(outline.category())
                .origin(
                        placeless
                                ? new Origin(
                                        notice.place().zones(), placed.origin().areas())
                                : placed.origin())
                .promotion(promotion);
    }
}
