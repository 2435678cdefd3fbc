package io.casewire.parsing.field.responsibility;

import io.casewire.text.CharacterSet;

/** Units behind a label with nothing but blanks between them, which text repair would glue: 责任单位：省商务厅 省财政厅. */
public final class SpacedUnits {
    private static final CharacterSet BLANKS = CharacterSet.of(" 　");
    private static final CharacterSet COLONS = CharacterSet.of("：:");
    private static final CharacterSet ENDS = CharacterSet.of(" 　、，,；;。（()）：:");

    private SpacedUnits() {}

    /**
     * The same line with 、 where a blank parts two names behind a label that names units.
     *
     * @param line before text repair
     */
    public static String marked(String line) {
        int colon = COLONS.indexIn(line, 0, line.length());
        if (colon >= line.length() || BLANKS.indexIn(line, colon, line.length()) >= line.length()) {
            return line;
        }
        Label label = Label.firstWithRole(line, 0);
        return label == null ? line : marked(line, label.valueStart());
    }

    private static String marked(String line, int from) {
        StringBuilder text = new StringBuilder(line.length()).append(line, 0, from);
        int name = from;
        int at = from;
        while (at < line.length()) {
            int blank = BLANKS.indexIn(line, at, line.length());
            int next = blank;
            while (next < line.length() && BLANKS.contains(line.charAt(next))) {
                next++;
            }
            text.append(line, at, blank);
            int end = ENDS.indexIn(line, next, line.length());
            boolean label = end < line.length() && COLONS.contains(line.charAt(end));
            boolean apart = !label
                    && UnitNames.areSpaced(
                            line.substring(behindColon(line, name, blank), blank), line.substring(next, end));
            text.append(apart ? "、" : line.substring(blank, next));
            name = apart ? next : name;
            at = next;
        }
        return text.toString();
    }

    private static int behindColon(String line, int from, int to) {
        int at = to;
        while (at > from && !COLONS.contains(line.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
