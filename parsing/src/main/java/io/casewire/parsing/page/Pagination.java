package io.casewire.parsing.page;

import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what the printer put on every page: its number, and a line that runs along the top or the bottom of all of them. */
final class Pagination {
    private static final String DASHES = "-—–·‐‑−―─－";
    private static final CharacterSet CLAUSE_MARKS = CharacterSet.of("，。；：");
    private static final int MAX_RUNNING_LINE_LENGTH = 60;
    private static final int MIN_PAGES = 3;
    private static final int MIN_PROSE_LENGTH = 16;
    private static final int SURE_DISTANCE = 8;
    private static final int MIN_DISTANCE = 4;

    private Pagination() {}

    /** The lines, those that belong to the page marked as such. */
    static List<Line> mark(List<Line> lines) {
        boolean[] bare = bareNumbers(lines);
        List<Line> marked = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            marked.add(bare[i] || isNumber(line) ? line.as(Reason.PAGE_NUMBER) : line);
        }
        markRunningLines(marked);
        return marked;
    }

    /** {@code - 12 -}, {@code 第3页}, {@code 第 3 页 共 10 页}; a bare number may be data. */
    static boolean isNumber(Line line) {
        String text = line.text();
        if (text.isEmpty() || text.length() > 16 || line.isDrawn() || line.headingLevel() > 0) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            if (!(c >= '0' && c <= '9') && "第页共/ ，,".indexOf(c) < 0 && !isDash(c)) {
                return false;
            }
        }
        if (digits == 0 || digits == text.length()) {
            return false;
        }
        boolean dashed = isDash(text.charAt(0)) && isDash(text.charAt(text.length() - 1)) && digits <= 4;
        boolean worded = text.startsWith("第") && text.indexOf('页') > 0;
        return dashed || worded;
    }

    private static boolean isDash(char c) {
        return DASHES.indexOf(c) >= 0;
    }

    /**
     * Bare numbers that count pages: a chain of at least three in steps of one, well apart or inside sentences. Anything
     * less may be the value of a table, the number of its row or of a chapter.
     */
    private static boolean[] bareNumbers(List<Line> lines) {
        boolean[] marked = new boolean[lines.size()];
        List<Integer> chain = new ArrayList<>();
        int expected = -1;
        int inside = 0;
        boolean apart = true;
        for (int i = 0; i < lines.size(); i++) {
            int value = lines.get(i).headingLevel() > 0
                    ? -1
                    : bareNumber(lines.get(i).text());
            if (value < 0) {
                continue;
            }
            int distance = chain.isEmpty() ? 0 : i - chain.getLast();
            if (value == expected && distance >= MIN_DISTANCE) {
                apart &= distance >= SURE_DISTANCE;
            } else if (chain.size() < MIN_PAGES) {
                chain.clear();
                apart = true;
                inside = 0;
            } else {
                continue;
            }
            chain.add(i);
            inside += isInsideSentence(lines, i) ? 1 : 0;
            expected = value + 1;
        }
        if (chain.size() >= MIN_PAGES && (apart || inside * 3 >= chain.size())) {
            chain.forEach(i -> marked[i] = true);
        }
        return marked;
    }

    private static int bareNumber(String text) {
        // 01 announces a part
        if (text.isEmpty()
                || text.length() > 4
                || text.charAt(0) == '0'
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(text);
    }

    /**
     * A line printed again and again. Labels repeat as well; a running line betrays itself by standing beside page numbers
     * or inside sentences.
     */
    private static void markRunningLines(List<Line> lines) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean candidate = line.boilerplate() == null
                    && !line.isBlank()
                    && !line.isDrawn()
                    && line.text().length() >= 4
                    && line.text().length() <= MAX_RUNNING_LINE_LENGTH
                    && isPlain(line.text())
                    && !line.text().startsWith("（")
                    && line.marker() == null;
            if (candidate) {
                places.computeIfAbsent(line.text(), _ -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> repeated : places.values()) {
            if (repeated.size() < MIN_PAGES) {
                continue;
            }
            int beside = 0;
            int inside = 0;
            for (int at : repeated) {
                beside += isBesidePageEnd(lines, at) ? 1 : 0;
                inside += isInsideSentence(lines, at) ? 1 : 0;
            }
            // the first may be the title that the others repeat
            boolean everyPage = beside >= MIN_PAGES && beside * 10 >= (repeated.size() - 1) * 8;
            boolean betrayed = inside >= 2 && Math.max(inside, beside) * 3 >= repeated.size();
            if (everyPage || betrayed) {
                take(lines, repeated);
            }
        }
    }

    private static boolean isPlain(String text) {
        return !CLAUSE_MARKS.isIn(text);
    }

    /** The first time it may be the title it repeats. */
    private static void take(List<Line> lines, List<Integer> repeated) {
        int first = repeated.getFirst();
        boolean title = !isBesidePageEnd(lines, first) && !isInsideSentence(lines, first);
        for (int at : repeated) {
            if (!(title && at == first)) {
                lines.set(at, lines.get(at).as(Reason.REPEATED_HEADER));
            }
        }
    }

    private static boolean isBesidePageEnd(List<Line> lines, int at) {
        int above = neighbour(lines, at, -1);
        int below = neighbour(lines, at, 1);
        return (above >= 0 && lines.get(above).boilerplate() == Reason.PAGE_NUMBER)
                || (below >= 0 && lines.get(below).boilerplate() == Reason.PAGE_NUMBER);
    }

    /** Prose that has not closed its sentence stands above, and more of it below. */
    private static boolean isInsideSentence(List<Line> lines, int at) {
        int above = neighbour(lines, at, -1);
        int below = neighbour(lines, at, 1);
        if (above < 0 || below < 0) {
            return false;
        }
        Line before = lines.get(above);
        Line after = lines.get(below);
        return before.text().length() >= MIN_PROSE_LENGTH
                && before.headingLevel() == 0
                && before.text().contains("，")
                && !Glyphs.endsSentence(before.text())
                && !before.text().endsWith("）")
                && after.marker() == null
                && Glyphs.isWide(after.text().isEmpty() ? '\0' : after.text().charAt(0));
    }

    private static int neighbour(List<Line> lines, int at, int step) {
        int i = at + step;
        while (i >= 0
                && i < lines.size()
                && lines.get(i).isBlank()
                && lines.get(i).boilerplate() == null) {
            i += step;
        }
        return i >= 0 && i < lines.size() ? i : -1;
    }
}
