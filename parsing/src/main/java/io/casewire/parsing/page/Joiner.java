package io.casewire.parsing.page;

import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts lines together into paragraphs: a line or page break inside a sentence is no break. */
final class Joiner {
    /** Longer than any paragraph people write; joining on and on would cost the square of the length. */
    private static final int MAX_PARAGRAPH_LENGTH = 20_000;

    private static final int MAX_PENDING = 32;

    /** A page holds fewer paragraphs; carrying them back farther would cost the square of the length. */
    private static final int FARTHEST_COLUMN = 500;

    private final List<Block> blocks = new ArrayList<>();
    /** Indexes of paragraphs that stopped in mid-sentence before something else began. */
    private final List<Integer> pending = new ArrayList<>();

    private final Pairs pairs;
    private boolean pageBefore;
    private boolean blankAfter;
    private boolean displaced;
    /** The paragraph another column broke into, and the one that column goes on from; -1 where none is open. */
    private int interrupted = -1;

    private int foreign = -1;

    Joiner(List<Line> lines) {
        this.pairs = new Pairs(lines);
    }

    void skip(boolean boilerplate) {
        pageBefore |= boilerplate;
    }

    void add(Block block) {
        close();
        blocks.add(block);
        pageBefore = false;
    }

    void add(Line line) {
        Paragraph paragraph = Boilerplate.withoutTrailers(line.words());
        Paragraph last = last();
        if (last != null && continues(last, line)) {
            int other = betterHome(last, line.text());
            if (other >= 0) {
                interrupted = blocks.size() - 1;
                foreign = other;
                rejoin(other, paragraph);
                displaced = true;
            } else if (displaced && pairs.fit(last.text(), line.text()) == 0) {
                // columns are mixed here: only what surely goes on is put behind an open end
                close();
                blocks.add(paragraph);
                displaced = false;
            } else {
                displaced = false;
                blocks.set(blocks.size() - 1, join(last, paragraph, blankAfter || beginsBlank(line.raw())));
            }
        } else {
            int other = last != null && !Edges.isOpen(last) && !Edges.startsPart(line) ? orphanHome(line.text()) : -1;
            if (other >= 0) {
                int home = other == interrupted ? returnForeign() : other;
                rejoin(home, paragraph);
            } else {
                close();
                blocks.add(paragraph);
            }
        }
        pageBefore = false;
        blankAfter = endsBlank(line.raw());
    }

    /** One blank at the seam was a blank between words; two mean a line break in Markdown. */
    private static boolean endsBlank(String raw) {
        int length = raw.length();
        return length > 1 && raw.charAt(length - 1) == ' ' && raw.charAt(length - 2) != ' ';
    }

    private static boolean beginsBlank(String raw) {
        return raw.length() > 1 && raw.charAt(0) == ' ' && raw.charAt(1) != ' ';
    }

    /** Takes back the paragraph that names the table about to follow; null if there is none. */
    @Nullable
    String takeCaption() {
        Paragraph last = last();
        if (last == null) {
            return null;
        }
        if (PageReader.captionOf(last) != null) {
            removeLast();
            return last.text();
        }
        if (blocks.size() > 1
                && last.text().length() < 30
                && !Glyphs.endsSentence(last.text())
                && blocks.get(blocks.size() - 2) instanceof Paragraph above
                && PageReader.captionOf(above) != null) {
            removeLast();
            removeLast();
            return above.text() + last.text();
        }
        return null;
    }

    /** Nothing goes on with a paragraph that is taken back. */
    private void removeLast() {
        blocks.removeLast();
        pending.remove(Integer.valueOf(blocks.size()));
        if (interrupted == blocks.size()) {
            interrupted = -1;
        }
    }

    List<Block> blocks(List<Omission> omissions) {
        blocks.replaceAll(Joiner::refolded);
        return Echoes.drop(blocks, omissions);
    }

    /** What a mark at the seam of two lines means, only the joined text tells. */
    private static Block refolded(Block block) {
        if (!(block instanceof Paragraph paragraph)
                || paragraph.lines().first() == paragraph.lines().last()) {
            return block;
        }
        return paragraph.withText(Repair.widths(paragraph.text()));
    }

    private @Nullable Paragraph last() {
        return !blocks.isEmpty() && blocks.getLast() instanceof Paragraph paragraph ? paragraph : null;
    }

    private void close() {
        Paragraph last = last();
        if (last != null && Edges.isOpen(last) && (pending.isEmpty() || pending.getLast() != blocks.size() - 1)) {
            pending.add(blocks.size() - 1);
            if (pending.size() > MAX_PENDING) {
                pending.removeFirst();
            }
        }
    }

    private boolean continues(Paragraph last, Line line) {
        if (last.text().length() > MAX_PARAGRAPH_LENGTH) {
            return false;
        }
        if (line.headingLevel() > 0 || Captions.isCaption(line.text()) || PageReader.captionOf(last) != null) {
            return false;
        }
        if (Edges.startsWithContinuation(line.text())) {
            return last.headingLevel() == 0;
        }
        if (Edges.startsPart(line) || Glyphs.endsSentence(last.text())) {
            return false;
        }
        if (Edges.isHeading(last)) {
            return pageBefore && isTornItem(last, line);
        }
        return !Edges.isSignature(line.text())
                && !HeadLines.divide(last.text(), line.text())
                && (Edges.isOpen(last) || tornInside(last.text(), line.text()));
    }

    /** A stretch without any comma may be a title; it is torn where its last characters come again or clearly go on. */
    private boolean tornInside(String left, String right) {
        return left.length() >= Edges.MIN_WRAPPED_LENGTH
                && Glyphs.isHan(left.charAt(left.length() - 1))
                && (pairs.overlap(left, right) > 0 || (Glyphs.endsSentence(right) && pairs.fit(left, right) >= 3));
    }

    /** A numbered item that a page break cut in its first sentence looks like a heading; the seam tells. */
    private boolean isTornItem(Paragraph last, Line line) {
        return last.headingLevel() == 0
                && last.text().indexOf('，') > 0
                && Glyphs.endsSentence(line.text())
                && pairs.fit(last.text(), line.text()) > 1;
    }

    /** An earlier broken-off paragraph that fits this continuation clearly better than the last one does; -1 if none. */
    private int betterHome(Paragraph last, String next) {
        if (pending.isEmpty() || pairs.fit(last.text(), next) > 0) {
            return -1;
        }
        return home(next, 1);
    }

    /** An earlier broken-off paragraph that this text clearly continues; -1 if none. */
    private int orphanHome(String next) {
        boolean torn = next.length() > 1 && "，、。；".indexOf(next.charAt(1)) >= 0;
        if (interrupted >= 0
                && blocks.get(interrupted) instanceof Paragraph open
                && pairs.fit(open.text(), next) >= (torn ? 1 : 2)) {
            return interrupted;
        }
        return home(next, torn ? 2 : 3);
    }

    private int home(String next, int leastFit) {
        for (int index : pending) {
            if (blocks.get(index) instanceof Paragraph open && pairs.fit(open.text(), next) >= leastFit) {
                return index;
            }
        }
        return -1;
    }

    /**
     * The interrupted paragraph goes on: what stands between belongs to the column that broke in, behind its open end.
     *
     * @return the index of the interrupted paragraph afterwards
     */
    private int returnForeign() {
        int home = interrupted;
        List<Block> between = blocks.subList(interrupted + 1, blocks.size());
        int moved = between.size();
        boolean prose = between.stream()
                .allMatch(block -> block instanceof Paragraph paragraph
                        && paragraph.headingLevel() == 0
                        && Marker.read(paragraph.text()) == null);
        if (prose && moved > 0 && foreign < interrupted && interrupted - foreign < FARTHEST_COLUMN) {
            List<Block> carried = List.copyOf(between);
            between.clear();
            blocks.addAll(foreign + 1, carried);
            int last = interrupted;
            pending.replaceAll(
                    index -> index > last ? index - last + foreign : index > foreign ? index + moved : index);
            home = interrupted + moved;
        }
        interrupted = -1;
        foreign = -1;
        return home;
    }

    private void rejoin(int index, Paragraph next) {
        close();
        if (blocks.get(index) instanceof Paragraph open) {
            Paragraph joined = open.append("", next);
            blocks.set(index, joined);
            if (!Edges.isOpen(joined)) {
                pending.remove(Integer.valueOf(index));
            }
        }
    }

    private Paragraph join(Paragraph last, Paragraph next, boolean blank) {
        int overlap = pairs.overlap(last.text(), next.text());
        Paragraph rest = overlap > 0 ? next.slice(overlap) : next;
        char left = last.text().charAt(last.text().length() - 1);
        char right = rest.text().isEmpty() ? '\0' : rest.text().charAt(0);
        boolean words = Glyphs.isLatinOrDigit(left) && Character.isLetter(right) && Glyphs.isLatinOrDigit(right);
        boolean mixed = (Glyphs.isLatinOrDigit(left) && Glyphs.isHan(right))
                || (Glyphs.isHan(left) && Glyphs.isLatinOrDigit(right));
        words |= blank && mixed;
        return last.append(words ? " " : "", rest);
    }
}
