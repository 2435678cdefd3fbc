package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
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
import io.casewire.text.Endings;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads collections whose cases are a numbered title with prose beneath it, none of it called practice or effect. */
public final class ToldLists implements Recogniser {
    private static final int SUREST = 62;
    private static final int MIN_COUNT = 3;

    /** Chapters of a letter, a report or one long case. */
    private static final List<String> CHAPTERS = List.of(
            "背景", "概况", "基本情况", "总体", "做法", "成效", "启示", "问题", "下一步", "建议", "意义", "要求", "保障", "领导", "目标", "原则", "经验",
            "亮点", "落实", "宣传", "发言", "工作", "打算", "体会", "增长", "恢复", "成果");

    private static final int MAX_CHAPTER_LENGTH = 12;

    /** 走私普通货物案 is a trial, 出区备案 is none. */
    private static final Endings FILES = Endings.of("备案", "方案", "档案", "立案", "建案");

    private static final List<String> OFFENCES =
            List.of("犯罪", "违法", "违规", "违纪", "执法", "警示", "司法", "审判", "维权", "侵权", "事故", "处罚", "走私", "曝光", "反面");

    /** What the parts of one case begin with: what somebody does, never what it is called. */
    private static final Lexicon EFFORTS = Lexicon.of(
            "坚持", "强化", "聚焦", "着力", "加强", "健全", "突出", "注重", "加快", "持续", "严格", "狠抓", "全力", "切实", "深入", "积极", "大力");

    /** What is called so is one of many. */
    private static final List<String> MANY = List.of("批", "十大", "十佳", "若干", "汇编", "案例集", "清单", "（共", "个", "项");

    private static final Endings PUBLISHED = Endings.of("案例", "试点经验", "创新成果", "创新举措", "改革举措", "推广经验");
    private static final List<String> LETTERS = List.of("的通知", "的通报", "的公告", "的函");

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
        if (!NamedLists.namesList(paragraphs)
                || text.tables().stream().anyMatch(table -> table.rows().size() >= MIN_COUNT)) {
            return Fit.NONE;
        }
        List<ToldTitle> titles = ToldTitle.in(paragraphs);
        boolean cases = titles.size() >= MIN_COUNT
                && titles.stream().noneMatch(title -> title.body().isEmpty() || isChapter(title.title()))
                && areNames(titles)
                && isMost(titles, paragraphs)
                && speaksOfNoOffence(paragraphs, titles)
                && areMany(paragraphs, titles);
        return cases ? new Fit(SUREST, titles.size() + " numbered titles with prose beneath them") : Fit.NONE;
    }

    private static boolean isChapter(String title) {
        boolean trial = title.endsWith("案") && !FILES.areAtEnd(title, 0, title.length());
        return trial
                || (title.length() <= MAX_CHAPTER_LENGTH && CHAPTERS.stream().anyMatch(title::contains));
    }

    /** The parts of one case are sentences about efforts (强化统筹，形成合力); cases have names. */
    private static boolean areNames(List<ToldTitle> titles) {
        long parts = titles.stream()
                .map(ToldTitle::title)
                .filter(title -> title.indexOf('，') >= 0 || EFFORTS.isAt(title, 0))
                .count();
        return parts * 3 < titles.size();
    }

    private static boolean speaksOfNoOffence(List<Paragraph> paragraphs, List<ToldTitle> titles) {
        for (Paragraph paragraph : paragraphs) {
            if (paragraph == titles.getFirst().heading()) {
                break;
            }
            if (NamedLists.names(paragraph.text()) && OFFENCES.stream().anyMatch(paragraph.text()::contains)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMost(List<ToldTitle> titles, List<Paragraph> paragraphs) {
        long held = titles.stream().mapToLong(title -> 1L + title.body().size()).sum();
        return held * 2 >= paragraphs.size();
    }

    /** Whether the document speaks of several: cases numbered by that word, a count, a batch, or a list by its kind. */
    private static boolean areMany(List<Paragraph> paragraphs, List<ToldTitle> titles) {
        if (titles.getFirst().style() == null || NamedItems.areCounted(paragraphs, titles.size())) {
            return true;
        }
        for (Paragraph paragraph : paragraphs) {
            if (paragraph == titles.getFirst().heading()) {
                return false;
            }
            String line = paragraph.text();
            Integer declared = Declared.inText(line);
            boolean many = NamedLists.names(line)
                    && (MANY.stream().anyMatch(line::contains) || PUBLISHED.areAtEnd(line, 0, endOfSubject(line)));
            if (many || (declared != null && declared == titles.size())) {
                return true;
            }
        }
        return false;
    }

    /** Before 的通知. */
    private static int endOfSubject(String line) {
        return line.length()
                - LETTERS.stream()
                        .filter(line::endsWith)
                        .mapToInt(String::length)
                        .findFirst()
                        .orElse(0);
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        if (fit(text).score() == 0 || LabelledItems.reads(text) || QuotedLists.reads(text) || NamedLists.reads(text)) {
            return Findings.NONE;
        }
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<CaseRecord> records = new ArrayList<>();
        CaseIds ids = new CaseIds(identity, diagnostics);
        Notice notice = Notice.of(text, identity);
        Outline outline = new Outline(diagnostics);
        List<ToldTitle> titles = ToldTitle.in(text.paragraphs());
        int next = 0;
        int expected = 1;
        for (Paragraph paragraph : text.paragraphs()) {
            ToldTitle title = next < titles.size() ? titles.get(next) : null;
            if (title == null || paragraph != title.heading()) {
                passHeading(outline, titles, paragraph);
                continue;
            }
            next++;
            if (title.style() != null) {
                outline.close(title.style().rank());
            }
            outline.count();
            if (title.number() != expected && title.number() != 1) {
                diagnostics.add(Numbering.gap(expected, title.number(), paragraph.lines()));
            }
            expected = title.number() + 1;
            ids.finish(draft(title, outline, notice), null).ifPresent(records::add);
        }
        outline.close(0);
        Integer declared = declared(text.paragraphs(), titles);
        if (declared != null) {
            diagnostics.add(Declared.check(declared, records.size()));
        }
        return new Findings(
                List.copyOf(records), diagnostics, declared == null ? null : new DeclaredCounts(declared, null));
    }

    /** Only headings outside the titles group them. */
    private static void passHeading(Outline outline, List<ToldTitle> titles, Paragraph paragraph) {
        if (titles.stream().noneMatch(title -> title.body().contains(paragraph))) {
            outline.pass(paragraph);
        }
    }

    private static @Nullable Integer declared(List<Paragraph> paragraphs, List<ToldTitle> titles) {
        for (Paragraph paragraph : paragraphs) {
            Integer declared = Declared.inText(paragraph.text());
            if (declared != null || paragraph == titles.getFirst().heading()) {
                return declared;
            }
        }
        return null;
    }

    private static CaseDraft draft(ToldTitle title, Outline outline, Notice notice) {
        PlacedTitle placed = PlacedTitle.read(title.title());
        Origin own = placed.origin();
        Origin told = own.zones().isEmpty() && own.areas().isEmpty()
                ? Origin.of(title.body().getFirst().text()).withZonesOfAreas()
                : own;
        return new CaseDraft(placed.title(), title.lines())
                .number(title.number())
                .printedTitle(title.heading().text())
                .category(outline.category())
                .originUnits(placed.units())
                .origin(told.zones().isEmpty() ? new Origin(notice.place().zones(), told.areas()) : told)
                .practice(new Passage(null, Items.text(title.body()), Items.read(title.body())))
                .promotion(
                        outline.scope() != null
                                ? notice.promotion(outline.scope())
                                : notice.strength() == null ? null : notice.addressed())
                .path(outline.path());
    }
}
