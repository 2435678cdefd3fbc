package io.casewire.parsing.page;

import io.casewire.parsing.outline.Marker;
import java.util.List;

/** Finds tables of contents: runs of lines that end in page numbers, whatever leads there. */
final class Contents {
    /** Headings without a page number may stand between the entries. */
    private static final int MAX_GAP = 5;

    private static final int MIN_ENTRIES = 4;
    private static final int MIN_UNDER_TITLE = 2;
    private static final int MAX_CHAPTERS_BETWEEN = 2;
    private static final int MAX_ENTRY_LENGTH = 90;
    private static final int MAX_UNPAGED = 200;
    private static final int MIN_HEADING_LENGTH = 6;

    private Contents() {}

    /** Marks the lines of tables of contents. */
    static boolean[] mark(List<Line> lines) {
        boolean[] marked = new boolean[lines.size()];
        int at = 0;
        while (at < lines.size()) {
            if (isTitle(lines.get(at)) || isNumberedEntry(lines.get(at))) {
                at = markRun(lines, at, marked);
            } else {
                at++;
            }
        }
        return marked;
    }

    private static int markRun(List<Line> lines, int start, boolean[] marked) {
        int entries = 0;
        int last = -1;
        int gap = 0;
        int page = 0;
        int at = start;
        for (; at < lines.size() && gap <= MAX_GAP; at++) {
            Line line = lines.get(at);
            if (line.table() != null) {
                break;
            }
            if (line.isBlank() || line.boilerplate() != null) {
                continue;
            }
            int number = isEntry(line) ? pageNumber(line) : -1;
            if (number >= page) {
                entries += isNumberedEntry(line) ? 1 : 0;
                page = number;
                last = at;
                gap = 0;
            } else if (line.text().length() <= MAX_ENTRY_LENGTH && !endsLikeProse(line)) {
                gap++;
            } else {
                break;
            }
        }
        if (entries < (isTitle(lines.get(start)) ? MIN_UNDER_TITLE : MIN_ENTRIES)) {
            return isTitle(lines.get(start)) ? markUnpaged(lines, start, marked) : start + 1;
        }
        last = withAnnexes(lines, last);
        for (int i = start; i <= last; i++) {
            marked[i] = true;
        }
        return last + 1;
    }

    /** Entries without pages, below a title that says so: they end where the first of them stands again as a heading. */
    private static int markUnpaged(List<Line> lines, int start, boolean[] marked) {
        int first = start + 1;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        int entries = 0;
        for (int i = first; i < lines.size() && i - first < MAX_UNPAGED; i++) {
            Line line = lines.get(i);
            if (line.isBlank() || line.boilerplate() != null) {
                continue;
            }
            if (line.table() != null || line.text().length() > MAX_ENTRY_LENGTH || endsLikeProse(line)) {
                break;
            }
            if (entries >= MIN_UNDER_TITLE && repeats(lines.get(first).text(), line.text())) {
                for (int marking = start; marking < i; marking++) {
                    marked[marking] = true;
                }
                return i;
            }
            entries++;
        }
        return start + 1;
    }

    private static boolean repeats(String entry, String heading) {
        return heading.length() >= MIN_HEADING_LENGTH && (entry.startsWith(heading) || heading.startsWith(entry));
    }

    /** Annexes are listed below the chapters, often without a page. */
    private static int withAnnexes(List<Line> lines, int last) {
        int end = last;
        int others = 0;
        for (int i = last + 1; i < lines.size() && others <= MAX_CHAPTERS_BETWEEN; i++) {
            Line line = lines.get(i);
            if (line.isBlank() || line.boilerplate() != null) {
                continue;
            }
            if (line.table() != null || line.text().length() > MAX_ENTRY_LENGTH || endsLikeProse(line)) {
                break;
            }
            if (line.text().startsWith("附件")) {
                end = i;
            } else {
                others++;
            }
        }
        return end;
    }

    private static boolean endsLikeProse(Line line) {
        String text = line.text();
        return "。；，".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static boolean isTitle(Line line) {
        return line.text().equals("目录") || line.text().equals("目次");
    }

    private static boolean isEntry(Line line) {
        return line.text().length() <= MAX_ENTRY_LENGTH && pageNumber(line) >= 0;
    }

    /** An entry that shows it is one: by its ordinal or by the dots that lead to its page. */
    private static boolean isNumberedEntry(Line line) {
        if (!isEntry(line)) {
            return false;
        }
        String text = line.text();
        int start = 0;
        while (start < text.length() && "-|*• ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return Marker.readAt(text, start) != null
                || text.contains("...")
                || text.contains("……")
                || text.contains("···");
    }

    /** The page an entry points to; -1 for a line that is no entry. */
    private static int pageNumber(Line line) {
        String raw = line.raw().strip();
        int end = raw.length();
        while (end > 0 && (raw.charAt(end - 1) == '|' || raw.charAt(end - 1) == ' ')) {
            end--;
        }
        int digits = end;
        while (digits > 0 && Character.isDigit(raw.charAt(digits - 1)) && end - digits < 5) {
            digits--;
        }
        if (digits == end || digits == 0 || end - digits > 4) {
            return -1;
        }
        char before = raw.charAt(digits - 1);
        boolean led =
                before == '\t' || before == '.' || before == '…' || before == '·' || before == ' ' || before == '|';
        if (!led || !Boilerplate.hasChinese(raw) || hasManyCells(raw)) {
            return -1;
        }
        return Integer.parseInt(raw.substring(digits, end).strip());
    }

    private static boolean hasManyCells(String raw) {
        return raw.indexOf('\t') != raw.lastIndexOf('\t');
    }
}
