package io.casewire.parsing.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the headings one stands under while reading a document from its start. Ranks come from the numbering, since the
 * heading levels of converted files contradict each other.
 */
public final class Headings {
    private static final int MAX_LENGTH = 60;
    /** A part, or an annex. */
    private static final int PART = 0;

    private static final int ANNEX_TITLE = 1;
    private static final int CHAPTER = 2;
    private static final int FIRST_STYLE = 3;

    private final List<Entry> open = new ArrayList<>();
    private int announced = -1;

    private record Entry(int rank, String text) {}

    /**
     * Takes note of a paragraph; anything that is no heading is passed over.
     *
     * @return whether it is one, or the number of one on a line of its own
     */
    public boolean pass(String text, int headingLevel) {
        int bare = rankOfBareNumber(text);
        if (bare >= 0) {
            announced = bare;
            return true;
        }
        if (text.length() > MAX_LENGTH || text.indexOf('。') >= 0) {
            announced = -1;
            return false;
        }
        Marker marker = Marker.read(text);
        if (isAnnex(text)) {
            enter(PART, text);
            announced = ANNEX_TITLE;
        } else if (marker != null && marker.style() != Style.RUN_IN) {
            enter(FIRST_STYLE + marker.style().rank(), text.substring(marker.end()));
            announced = -1;
        } else if (announced >= 0) {
            enter(announced, text);
            announced = -1;
        } else if (headingLevel > 0 && text.indexOf('：') < 0 && !open.isEmpty()) {
            // above the first number stand the document's own titles
            enter(CHAPTER, text);
        } else {
            return false;
        }
        return true;
    }

    /** The headings down to （一）: what a captioned table sums up stands below them. */
    public List<String> sectionPath() {
        return open.stream()
                .filter(entry -> entry.rank() <= FIRST_STYLE + Style.HAN_PAREN.rank())
                .map(Entry::text)
                .toList();
    }

    /** The headings one stands under, outermost first, without their numbers. */
    public List<String> path() {
        return open.stream().map(Entry::text).toList();
    }

    /** The innermost heading of a numbered or announced chapter that is at least that far out; null if there is none. */
    public @Nullable String chapter() {
        for (Entry entry : open) {
            if (entry.rank() == CHAPTER || entry.rank() == FIRST_STYLE + Style.HAN.rank()) {
                return entry.text();
            }
        }
        return null;
    }

    /** 附件, 附件一, 附件2 alone on a line; with a title behind a colon it only announces what is attached. */
    private static boolean isAnnex(String text) {
        if (!text.startsWith("附件") || text.length() > 6) {
            return false;
        }
        String number = text.substring(2).strip();
        return number.isEmpty() || Ordinals.ofCell(number) > 0;
    }

    private void enter(int rank, String text) {
        while (!open.isEmpty() && open.getLast().rank() >= rank) {
            open.removeLast();
        }
        open.add(new Entry(rank, text));
    }

    /** A number on a line of its own announces the heading on the next: 01 and 第一部分 a part, 1 a chapter. */
    private static int rankOfBareNumber(String text) {
        if (text.length() <= 6 && text.startsWith("第") && text.endsWith("部分")) {
            return PART;
        }
        if (text.length() > 2 || text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return text.length() == 2 && text.charAt(0) == '0' ? PART : CHAPTER;
    }
}
