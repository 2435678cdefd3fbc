package io.casewire.extraction.layout;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.PageBreak;
import io.casewire.extraction.Block.PrintedLines;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.layout.PageContent.Item;
import io.casewire.extraction.layout.PageContent.PrintedLine;
import io.casewire.extraction.layout.PageContent.PrintedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs through all pages: lines that a margin or the end of a page cut are put together where their positions leave no doubt, tables
 * that go on overleaf as well. What positions do not tell is left to the parser, line by line.
 */
final class Flow {
    static final String SET_IN = "　　";

    private final List<PageContent> pages;
    private final Map<Long, Margins> margins;
    private final Set<TextLine> furniture;
    private final LostMarks lostMarks;
    private final List<Printed> printed = new ArrayList<>();

    private @Nullable Text open;
    private @Nullable TextLine last;
    private @Nullable Margins lastMargins;
    private boolean newPage;

    /** What comes out, in order. */
    private sealed interface Printed {
        int page();
    }

    private record Text(int page, StringBuilder text) implements Printed {}

    private record Drawn(int page, RuledTable table) implements Printed {}

    private record End(int page) implements Printed {}

    /** @param notices to be added to */
    Flow(List<PageContent> pages, boolean losesMarks, List<Notice> notices) {
        this.pages = pages;
        this.furniture = Furniture.of(pages, notices);
        this.margins = Margins.of(pages, furniture);
        this.lostMarks = new LostMarks(losesMarks, notices);
    }

    List<Block> blocks() {
        for (int i = 0; i < pages.size(); i++) {
            PageContent page = pages.get(i);
            for (Item item : page.items()) {
                switch (item) {
                    case PrintedTable(RuledTable table) -> add(page, table);
                    case PrintedLine(TextLine line, int column) -> add(page, line, column);
                }
            }
            if (i + 1 < pages.size()) {
                printed.add(new End(page.number()));
                newPage = true;
            }
        }
        return toBlocks();
    }

    private List<Block> toBlocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        int page = 0;
        for (Printed next : printed) {
            if (!lines.isEmpty() && (!(next instanceof Text) || next.page() != page)) {
                blocks.add(new PrintedLines(lines, Place.page(page)));
                lines.clear();
            }
            page = next.page();
            switch (next) {
                case Text(int _, StringBuilder text) -> lines.add(text.toString());
                case Drawn(int _, RuledTable table) -> blocks.add(TableBlocks.of(table));
                case End(int end) -> blocks.add(new PageBreak(Place.page(end)));
            }
        }
        if (!lines.isEmpty()) {
            blocks.add(new PrintedLines(lines, Place.page(page)));
        }
        return blocks;
    }

    private void add(PageContent page, RuledTable table) {
        RuledTable above = newPage ? tableAbove() : null;
        if (above == null || !TableJoin.join(above, table)) {
            printed.add(new Drawn(page.number(), table));
        }
        open = null;
        last = null;
        newPage = false;
    }

    /** The table that nothing but ends of pages and what belongs to pages has followed; null without one. */
    private @Nullable RuledTable tableAbove() {
        for (int i = printed.size() - 1; last == null && i >= 0; i--) {
            if (printed.get(i) instanceof Drawn(int _, RuledTable table)) {
                return table;
            }
        }
        return null;
    }

    private void add(PageContent page, TextLine line, int column) {
        if (furniture.contains(line)) {
            return;
        }
        Margins own = Objects.requireNonNull(margins.get(Margins.keyOf(page, column)));
        TextLine before = last;
        boolean joined = before != null && open != null && lastMargins != null && join(before, line, own, page);
        if (!joined) {
            begin(page, line, own);
        }
        last = line;
        lastMargins = own;
        newPage = false;
    }

    /** Adds the line to the one before where it is its rest; leaves a blank line where room is left between them. */
    private boolean join(TextLine before, TextLine line, Margins own, PageContent page) {
        Text text = Objects.requireNonNull(open);
        boolean elsewhere = newPage || own != lastMargins;
        Seams seam = elsewhere ? overleaf(before, line, own) : Seams.between(before, line, own);
        if (seam == Seams.JOIN && !mayBeTwo(text.text(), before, line, page)) {
            text.text().append(before.seam(line)).append(line.text());
            return true;
        }
        if (seam == Seams.APART) {
            blank(page);
        }
        return false;
    }

    /** Whether a mark that the writer left out may have stood between two lines that otherwise go on. */
    private boolean mayBeTwo(StringBuilder text, TextLine before, TextLine line, PageContent page) {
        double right = Objects.requireNonNull(lastMargins).right();
        return lostMarks.maySeparate(text, line.text(), before, right, page.number());
    }

    private Seams overleaf(TextLine before, TextLine line, Margins own) {
        boolean sameSize = Math.abs(before.size() - line.size()) < 0.1 * line.size();
        Margins beforeMargins = Objects.requireNonNull(lastMargins);
        boolean full = before.right() + line.firstPiece() > beforeMargins.right() + 0.05 * line.size();
        boolean level = Math.abs(line.left() - own.left()) < 0.5 * line.size();
        boolean whole = before.endsSentence() && !own.firstLinesAreSetIn();
        boolean rest = sameSize && full && level && !whole && !before.broken() && !line.startsWithNumber();
        return rest ? Seams.JOIN : Seams.NEXT;
    }

    private void begin(PageContent page, TextLine line, Margins own) {
        StringBuilder text = new StringBuilder();
        if (Seams.isSetIn(line, own)) {
            text.append(SET_IN);
        }
        open = new Text(page.number(), text.append(line.text()));
        printed.add(open);
    }

    private void blank(PageContent page) {
        if (!printed.isEmpty() && printed.getLast() instanceof Text(int _, StringBuilder text) && !text.isEmpty()) {
            printed.add(new Text(page.number(), new StringBuilder()));
        }
    }
}
