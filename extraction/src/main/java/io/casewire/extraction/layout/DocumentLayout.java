package io.casewire.extraction.layout;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the pages of a document one by one and gives its blocks when all are there; keeps lines and cells, no glyphs. */
public final class DocumentLayout {
    private final Format format;
    private final ExtractionLimits limits;
    private final List<PageContent> pages = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private long characters;
    private long blocks;
    private boolean losesMarks;
    private boolean vertical;
    private boolean notesBefore;

    public DocumentLayout(Format format, ExtractionLimits limits) {
        this.format = format;
        this.limits = limits;
    }

    /**
     * The writer is known to lose marks that it hangs into the margin; lines that end there without one are then named in a notice,
     * and not joined where a list of names runs on.
     */
    public void marksMayBeLost() {
        losesMarks = true;
    }

    public void notice(Notice notice) {
        notices.add(notice);
    }

    /**
     * The next page.
     *
     * @throws Unextractable where the document becomes more than the limits allow
     */
    public void add(PageBuilder builder) throws Unextractable {
        Place place = Place.page(builder.number());
        if (builder.isVertical()) {
            vertical = true;
            notices.add(new Notice(
                    "VERTICAL_TEXT",
                    "Text that runs from top to bottom is not read: " + (builder.printed() + builder.vertical())
                            + " characters of this page are left out",
                    place));
            return;
        }
        int turned = builder.turned() + builder.vertical();
        if (turned > 0) {
            notices.add(new Notice(
                    "TURNED_TEXT",
                    turned + " characters of this page run in another direction than its text and are left out",
                    place));
        }
        PageContent page = withoutNotes(withoutStruckOut(builder.build(), place), place);
        for (PageContent.Item item : page.items()) {
            switch (item) {
                case PageContent.PrintedLine(TextLine line, int _) ->
                    count(1, line.text().length());
                case PageContent.PrintedTable(RuledTable table) -> {
                    for (RuledTable.PrintedRow row : table.rows()) {
                        count(1, row.texts().length());
                    }
                }
            }
        }
        pages.add(page);
    }

    private PrintedPage withoutStruckOut(PrintedPage page, Place place) {
        Set<Glyph> struck = StruckOut.of(page);
        if (struck.isEmpty()) {
            return page;
        }
        notices.add(new Notice(
                "STRUCK_OUT", "Characters of this page that are struck out are not read: " + struck.size(), place));
        return page.without(struck);
    }

    private PageContent withoutNotes(PrintedPage printed, Place place) {
        PageContent page = PageContent.of(printed);
        List<PageContent.Item> kept = Footnotes.without(page.items(), printed, notesBefore);
        int left = page.items().size() - kept.size();
        notesBefore = left > 0;
        if (left == 0) {
            return page;
        }
        notices.add(new Notice("NOTE_LEFT_OUT", "Lines of footnotes of this page, which are not read: " + left, place));
        return page.with(kept);
    }

    private void count(int more, int length) throws Unextractable {
        blocks += more;
        characters += length;
        if (blocks > limits.blocks()) {
            throw tooLarge(limits.blocks() + " lines and rows", limits.blocks() + " 行", ExtractionLimits.MAX_BLOCKS);
        }
        if (characters > limits.characters()) {
            throw tooLarge(
                    limits.characters() + " characters", limits.characters() + " 字", ExtractionLimits.MAX_CHARACTERS);
        }
    }

    private static Unextractable tooLarge(String english, String chinese, String limit) {
        return new Unextractable(
                Reason.DOCUMENT_TOO_LARGE,
                "The document holds more than " + english + " (" + limit + "). Divide it into several documents",
                "文件内容超过" + chinese + "（" + limit + "），请拆分为多个文件");
    }

    /** Whether some page had text, read or left out. */
    public boolean hasText() {
        return vertical || pages.stream().anyMatch(page -> !page.items().isEmpty());
    }

    /** What the pages hold. */
    public Extraction finish() {
        return new Extraction(format, new Flow(pages, losesMarks, notices).blocks(), notices);
    }
}
