package io.casewire.parsing.head;

import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line that prints the document's own number.
 *
 * @param at its index among the paragraphs of the head
 * @param titleOnLine the words of the title on the same line; null where it stands alone
 */
record NumberLine(int at, String number, @Nullable String titleOnLine) {
    /** A line that holds the whole document is longer. */
    private static final int MAX_TITLE_LENGTH = 120;

    private static final int MIN_TITLE_LENGTH = 8;
    /** The last line of a title may be a few words. */
    private static final int MIN_PART_LENGTH = 4;

    private static final int MAX_MARKS = 4;

    /**
     * The first of a page; null where it prints none before the addressees.
     *
     * @param head how many of its paragraphs are surely no body
     */
    static @Nullable NumberLine in(List<Paragraph> page, int head) {
        for (int i = 0; i < page.size(); i++) {
            String line = page.get(i).text();
            DocumentNumbers.Found found =
                    i > 0 && line.length() > MAX_TITLE_LENGTH ? null : DocumentNumbers.findAt(line, 0);
            if (found != null) {
                String title = titleOn(line);
                // far below, only a title right above it tells the number from any other
                boolean near =
                        i < head || (i > 0 && Titles.isComplete(page.get(i - 1).text()));
                if (title != null || (near && isAlone(line)) || (i == 0 && ranInto(line, found))) {
                    return new NumberLine(i, found.number(), title);
                }
            }
            // …全文如下： announces the text that begins below it
            boolean addressees = line.endsWith("：") && line.length() > MIN_TITLE_LENGTH && Dateline.endOf(line) == 0;
            if (addressees || beginsBody(line)) {
                return null;
            }
        }
        return null;
    }

    private static boolean beginsBody(String line) {
        Marker marker = Marker.read(line);
        return marker != null && marker.style() == Style.HAN;
    }

    /** Whether a line is a number and nothing else. */
    static boolean isAlone(String line) {
        DocumentNumbers.Found found = DocumentNumbers.findAt(line, 0);
        return found != null && line.length() <= found.end() - found.start() + MAX_MARKS;
    }

    /** The title a line holds before its number, or behind it; null for any other line. */
    static @Nullable String titleOn(String line) {
        DocumentNumbers.Found found =
                line.length() > MAX_TITLE_LENGTH || line.endsWith("。") ? null : DocumentNumbers.findAt(line, 0);
        if (found == null) {
            return null;
        }
        boolean bracketed = found.start() > 0 && line.charAt(found.start() - 1) == '（';
        String before = line.substring(0, found.start() - (bracketed ? 1 : 0));
        String behind = line.substring(found.end());
        boolean ends = bracketed ? behind.equals("）") : behind.isEmpty();
        if (ends && before.length() > MIN_PART_LENGTH && Titles.isComplete(before) && !isCited(before)) {
            return before;
        }
        boolean begins = found.start() == 0 && behind.length() > MIN_TITLE_LENGTH && Titles.isComplete(behind);
        return begins && !isCited(behind) ? behind : null;
    }

    /** 根据《…方案》 names another document; so does a list of them. */
    private static boolean isCited(String words) {
        return words.indexOf('。') >= 0
                || words.indexOf('；') >= 0
                || words.endsWith("》")
                || words.startsWith("根据")
                || words.startsWith("按照")
                || words.indexOf('：') >= 0;
    }

    /** Where one line holds the whole document the number follows right behind the title. */
    private static boolean ranInto(String line, DocumentNumbers.Found found) {
        boolean letter = line.endsWith("：") && Titles.isComplete(line.substring(0, found.start()));
        return (letter || line.length() > MAX_TITLE_LENGTH || line.indexOf('。', found.end()) > 0)
                && found.start() > 0
                && found.start() < 80
                && line.charAt(found.start() - 1) != '（'
                && line.substring(0, found.start()).indexOf('，') < 0;
    }
}
