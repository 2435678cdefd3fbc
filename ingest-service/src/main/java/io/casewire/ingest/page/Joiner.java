package io.casewire.ingest.page;

import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.Omission;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Style;
import io.casewire.ingest.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts lines together into paragraphs: a line or page break inside a sentence is no break. */
final class Joiner {
    /** A line this short ended because its author ended it, not because the page did. */
    private static final int SHORTEST_WRAPPED = 16;

    private final List<Block> blocks = new ArrayList<>();
    /** Indexes of paragraphs that stopped in mid-sentence before something else began. */
    private final List<Integer> pending = new ArrayList<>();

    private final Wrapping wrapping;
    private final Pairs pairs;
    private boolean blankBefore = true;
    private boolean fullBefore;

    Joiner(List<Line> lines) {
        this.wrapping = Wrapping.of(lines);
        this.pairs = new Pairs(lines);
    }

    void skip(boolean furniture) {
        blankBefore = true;
        fullBefore &= furniture;
    }

    void add(Block block) {
        close();
        blocks.add(block);
        blankBefore = true;
    }

    void add(Line line) {
        Paragraph paragraph = Paragraph.of(Furniture.withoutTrailers(line.text()), line.number(), line.headingLevel());
        Paragraph last = last();
        if (last != null && continues(last, line)) {
            int other = betterHome(last, line.text());
            if (other >= 0) {
                rejoin(other, paragraph);
            } else {
                blocks.set(blocks.size() - 1, join(last, paragraph));
            }
        } else {
            int other = last != null && !isOpen(last) && !startsPart(line) ? orphanHome(line.text()) : -1;
            if (other >= 0) {
                rejoin(other, paragraph);
            } else {
                close();
                blocks.add(paragraph);
            }
        }
        fullBefore = wrapping.isFull(line);
        blankBefore = false;
    }

    /** Takes back the paragraph that names the table about to follow; null if there is none. */
    @Nullable
    String takeCaption() {
        Paragraph last = last();
        if (last == null) {
            return null;
        }
        if (PageReader.captionOf(last) != null) {
            blocks.removeLast();
            return last.text();
        }
        if (blocks.size() > 1
                && last.text().length() < 30
                && !Glyphs.endsSentence(last.text())
                && blocks.get(blocks.size() - 2) instanceof Paragraph above
                && PageReader.captionOf(above) != null) {
            blocks.removeLast();
            blocks.removeLast();
            return above.text() + last.text();
        }
        return null;
    }

    List<Block> blocks(List<Omission> omissions) {
        close();
        return Echoes.drop(blocks, omissions);
    }

    private @Nullable Paragraph last() {
        return !blocks.isEmpty() && blocks.getLast() instanceof Paragraph paragraph ? paragraph : null;
    }

    private void close() {
        Paragraph last = last();
        if (last != null && isOpen(last) && (pending.isEmpty() || pending.getLast() != blocks.size() - 1)) {
            pending.add(blocks.size() - 1);
        }
    }

    private boolean continues(Paragraph last, Line line) {
        if (line.headingLevel() > 0 || Captions.isCaption(line.text()) || PageReader.captionOf(last) != null) {
            return false;
        }
        boolean wrapped = !blankBefore && fullBefore;
        if (startsWithContinuation(line.text())) {
            return last.headingLevel() == 0 || wrapped;
        }
        boolean ended = Glyphs.endsSentence(last.text());
        if (startsPart(line)) {
            return wrapped && !ended && !isHeading(last) && !isNewPart(line);
        }
        if (wrapped) {
            return true;
        }
        if (ended || isHeading(last)) {
            return false;
        }
        return !isSignature(line.text()) && (isOpen(last) || tornInside(last.text(), line.text()));
    }

    /** A stretch without any comma may be a title; it is torn where its last characters come again or clearly go on. */
    private boolean tornInside(String left, String right) {
        return left.length() >= SHORTEST_WRAPPED
                && Glyphs.isHan(left.charAt(left.length() - 1))
                && Glyphs.endsSentence(right)
                && (pairs.overlap(left, right) > 0 || pairs.fit(left, right) >= 3);
    }

    /** In wrapped text a marker may begin a line by chance; one of an outer style hardly ever does. */
    private static boolean isNewPart(Line line) {
        Marker marker = line.marker();
        return marker == null || marker.style() != Style.RUN_IN;
    }

    private static boolean startsPart(Line line) {
        if (line.headingLevel() > 0) {
            return true;
        }
        Marker marker = line.marker();
        return marker != null || line.text().startsWith("附件") || line.text().startsWith("（此件");
    }

    private static boolean startsWithContinuation(String text) {
        return "，、；。！？：）》”’】".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isSignature(String text) {
        return text.length() <= 14 && text.endsWith("日") && Character.isDigit(text.charAt(0));
    }

    private static boolean isHeading(Paragraph paragraph) {
        if (paragraph.headingLevel() > 0) {
            return true;
        }
        Marker marker = Marker.read(paragraph.text());
        return marker != null
                && marker.style() != Style.RUN_IN
                && paragraph.text().length() <= 60
                && paragraph.text().indexOf('。') < 0
                && !hasOpenBracket(paragraph.text());
    }

    private static boolean hasOpenBracket(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += "（《“【".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            depth -= "）》”】".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return depth > 0;
    }

    /** Prose that stops without closing its sentence. */
    private static boolean isOpen(Paragraph paragraph) {
        String text = paragraph.text();
        return text.length() >= SHORTEST_WRAPPED
                && !isHeading(paragraph)
                && !Glyphs.endsSentence(text)
                && !endsWithNote(text)
                && hasClauses(text);
    }

    /** A closed bracket behind a whole sentence, or one that is the whole text, is a note (who is responsible); nothing follows it. */
    private static boolean endsWithNote(String text) {
        if (!text.endsWith("）")) {
            return false;
        }
        int open = text.lastIndexOf('（');
        return open == 0 || (open > 0 && (Glyphs.endsSentence(text.substring(0, open)) || text.indexOf('：', open) > 0));
    }

    private static boolean hasClauses(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("，、。；".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
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
        return home(next, 2);
    }

    private int home(String next, int leastFit) {
        for (int index : pending) {
            if (index < blocks.size()
                    && blocks.get(index) instanceof Paragraph open
                    && pairs.fit(open.text(), next) >= leastFit) {
                return index;
            }
        }
        return -1;
    }

    private void rejoin(int index, Paragraph next) {
        close();
        if (blocks.get(index) instanceof Paragraph open) {
            Paragraph joined = open.append("", next);
            blocks.set(index, joined);
            if (!isOpen(joined)) {
                pending.remove(Integer.valueOf(index));
            }
        }
    }

    private Paragraph join(Paragraph last, Paragraph next) {
        int overlap = blankBefore ? pairs.overlap(last.text(), next.text()) : 0;
        Paragraph rest = overlap > 0 ? next.slice(overlap) : next;
        char left = last.text().charAt(last.text().length() - 1);
        boolean words = !rest.text().isEmpty()
                && Glyphs.isLatinOrDigit(left)
                && Character.isLetter(rest.text().charAt(0))
                && Glyphs.isLatinOrDigit(rest.text().charAt(0));
        return last.append(words ? " " : "", rest);
    }
}
