package io.casewire.ingest.promotion;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Promotion;
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
import io.casewire.ingest.responsibility.UnitNames;
import io.casewire.ingest.text.Glyphs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads bare numbered lists of commended practices: a title a line, perhaps with its place or a few words on it, no table. */
public final class NamedLists implements Recogniser {
    private static final int SUREST = 72;
    private static final Style[] STYLES = {
        Style.ARABIC, Style.HAN_PAREN, Style.ARABIC_PAREN, Style.CIRCLED, Style.HAN,
    };
    private static final int FEWEST = 4;
    private static final int LONGEST_TITLE = 80;
    private static final List<String> WORDS = List.of(
            "典型经验", "经验做法", "典型做法", "典型案例", "创新案例", "实践案例", "试点经验", "创新成果", "改革案例", "创新举措", "创新经验", "创新做法", "推广经验",
            "改革经验", "改革举措");

    private static final List<String> LISTS = List.of("经验", "做法", "案例", "成果", "举措", "清单", "名单", "一览表", "事项");
    private static final List<String> LETTERS = List.of("通知", "通报", "公告", "的函", "决定");
    private static final List<String> PUBLISHES = List.of("表扬", "推广", "公布", "印发", "发布", "推介");
    private static final List<String> ASKS = List.of("开展", "征集", "申报", "做好", "评选", "培训", "督查的", "情况");
    private static final List<String> WAYS = List.of(
            "模式", "机制", "改革", "制度", "服务", "体系", "平台", "试点", "监管", "办理", "建设", "通办", "备案", "登记", "做法", "路径", "联办", "治理");
    private static final List<String> UNITS = List.of("海关", "局", "委", "厅", "管委会", "委员会", "法院", "银行", "集团", "公司", "政府");
    private static final int LONGEST_HEAD = 14;
    private static final int LONGEST_NAME = 40;

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
        List<Paragraph> paragraphs = text.paragraphs();
        Map<Paragraph, Marker> found = items(paragraphs);
        int items = found.size();
        boolean bare = text.tables().stream().allMatch(table -> table.rows().size() < 3);
        // a list inside a longer text is an outline, not a list
        boolean most = items * 3 >= paragraphs.size();
        return items >= FEWEST && bare && most && namesList(paragraphs) && readLikePractices(found)
                ? new Fit(SUREST, items + " numbered titles of practices")
                : Fit.NONE;
    }

    /** A line names the list: 典型经验做法（共5项）, or the letter publishes or commends what is in it. */
    private static boolean namesList(List<Paragraph> paragraphs) {
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(LONGEST_HEAD, paragraphs.size()))) {
            String line = paragraph.text();
            boolean named = WORDS.stream().anyMatch(line::contains)
                    || (line.contains("案例") && (line.contains("制度创新") || line.contains("改革创新")));
            if (line.length() > LONGEST_TITLE || line.indexOf('。') >= 0 || !named) {
                continue;
            }
            int bracket = line.endsWith("）") ? line.lastIndexOf('（') : -1;
            String bare = bracket > 0 ? line.substring(0, bracket) : line;
            boolean list = LISTS.stream().anyMatch(bare::endsWith);
            boolean letter = LETTERS.stream().anyMatch(bare::endsWith)
                    && PUBLISHES.stream().anyMatch(bare::contains)
                    && ASKS.stream().noneMatch(bare::contains);
            if (list || letter) {
                return true;
            }
        }
        return false;
    }

    /** Whether the items read like practices: a quoted name, a place, a word for a way of doing something. */
    private static boolean readLikePractices(Map<Paragraph, Marker> items) {
        int alike = 0;
        for (Map.Entry<Paragraph, Marker> item : items.entrySet()) {
            String whole = item.getKey().text();
            int stop = isDescribed(whole, item.getValue()) ? whole.indexOf('。') : whole.length();
            String text = whole.substring(item.getValue().end(), stop);
            PlacedTitle placed = PlacedTitle.read(text);
            boolean quoted = text.indexOf('“') >= 0;
            boolean from =
                    !placed.origin().equals(Origin.NONE) && placed.title().length() < text.length();
            alike += quoted || from || WAYS.stream().anyMatch(placed.title()::endsWith) ? 1 : 0;
        }
        return alike * 3 >= items.size();
    }

    /** Numbered lines that are titles with their numbers, in the one style of numbering that has most of them. */
    private static Map<Paragraph, Marker> items(List<Paragraph> paragraphs) {
        Map<Style, Map<Paragraph, Marker>> byStyle = new EnumMap<>(Style.class);
        int before = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text();
            Marker marker = Marker.read(text);
            if (marker == null) {
                marker = withoutPoint(text, before + 1);
            }
            if (marker != null && isTitle(paragraphs, i, marker)) {
                byStyle.computeIfAbsent(marker.style(), _ -> new IdentityHashMap<>())
                        .put(paragraphs.get(i), marker);
                before = marker.style() == Style.ARABIC ? marker.number() : before;
            }
        }
        Map<Paragraph, Marker> most = Map.of();
        for (Style style : STYLES) {
            Map<Paragraph, Marker> items = byStyle.getOrDefault(style, Map.of());
            most = items.size() > most.size() ? items : most;
        }
        return most;
    }

    /** A number whose point was lost, where it is the one that comes next. */
    private static @Nullable Marker withoutPoint(String text, int expected) {
        String number = expected + " ";
        return expected > 1
                        && text.startsWith(number)
                        && text.length() > number.length()
                        && Glyphs.isWide(text.charAt(number.length()))
                ? new Marker(Style.ARABIC, expected, number.length())
                : null;
    }

    private static boolean isTitle(List<Paragraph> paragraphs, int at, Marker marker) {
        String text = paragraphs.get(at).text();
        return text.length() - marker.end() >= 5
                && (isDescribed(text, marker)
                        || (text.length() <= LONGEST_TITLE
                                && (!Glyphs.endsSentence(text) || text.endsWith("；"))
                                && !isField(text.substring(marker.end()))
                                && followsOrCloses(paragraphs, at)));
    }

    /** A quoted name in a short first sentence, what it means behind it. */
    private static boolean isDescribed(String text, Marker marker) {
        int stop = text.indexOf('。');
        if (stop < 0 || stop == text.length() - 1 || stop - marker.end() > LONGEST_NAME || !text.endsWith("。")) {
            return false;
        }
        int quote = text.indexOf('“', marker.end());
        int comma = text.indexOf('，', marker.end());
        return quote > 0 && quote < stop && (comma < 0 || comma > stop);
    }

    /** A name and its value (预算金额：98万元) are a form filled in, not a practice with its place. */
    private static boolean isField(String item) {
        return item.indexOf('：') >= 0 && PlacedTitle.read(item).title().indexOf('：') >= 0;
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
        if (fit(text).score() == 0
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
        Map<Paragraph, Marker> items = items(text.paragraphs());
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

    private static boolean hasRows(Table table) {
        return table.rows().size() >= 3;
    }

    private static CaseDraft draft(Paragraph paragraph, Marker marker, Outline outline, Notice notice) {
        String text = paragraph.text().substring(marker.end());
        int stop = isDescribed(paragraph.text(), marker) ? text.indexOf('。') : text.length();
        String whole = text.substring(0, stop);
        PlacedTitle placed = PlacedTitle.read(whole.endsWith("；") ? whole.substring(0, whole.length() - 1) : whole);
        Promotion promotion = outline.scope() != null
                ? notice.promotion(outline.scope())
                : notice.strength() == null ? null : notice.addressed();
        List<String> units = unitsBehind(placed.title());
        String title = units.isEmpty()
                ? placed.title()
                : placed.title().substring(0, placed.title().lastIndexOf('（')).strip();
        boolean placeless = placed.origin().zones().isEmpty();
        return new CaseDraft(title, paragraph.lines())
                .originUnits(units)
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

    /** The units in the bracket a title ends with (拱北海关); empty where the bracket says anything else. */
    private static List<String> unitsBehind(String title) {
        int open = title.endsWith("）") ? title.lastIndexOf('（') : -1;
        if (open <= 0) {
            return List.of();
        }
        List<String> units = UnitNames.split(title.substring(open + 1, title.length() - 1));
        return units.stream().allMatch(unit -> UNITS.stream().anyMatch(unit::endsWith)) ? units : List.of();
    }
}
