package io.casewire.parsing;

import java.util.ArrayList;
import java.util.List;

/**
 * Text set again at a margin, the way editors, converters and mail programs do.
 *
 * <p>Rows of tables are left alone: their line ends mean something. Below a paragraph that happens to end at the margin
 * stands a blank line: nothing else would tell its end from a cut.
 */
enum Rewrapping {
    /** After so many characters, whatever they are. */
    HARD {
        @Override
        int cut(String line, int from, int width) {
            return Math.min(line.length(), from + width);
        }
    },
    /** At so many columns, two for a Chinese character; no word is cut, and no line begins with a closing mark. */
    TYPESET {
        @Override
        int cut(String line, int from, int width) {
            int at = from;
            int column = 0;
            while (at < line.length() && column + columns(line.charAt(at)) <= width) {
                column += columns(line.charAt(at));
                at++;
            }
            int end = at;
            while (end > from + 1 && end < line.length() && clings(line.charAt(end - 1), line.charAt(end))) {
                end--;
            }
            return end > from + width / 4 ? end : at;
        }
    };

    private static final String NOT_FIRST = "，。；：、！？）》”’〕】%";
    private static final String NOT_LAST = "（《“‘〔【";

    abstract int cut(String line, int from, int width);

    String apply(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            if (line.indexOf('\t') >= 0 || line.strip().startsWith("|") || line.indexOf('<') >= 0) {
                wrapped.add(line);
                continue;
            }
            boolean alone = i + 1 >= lines.length || lines[i + 1].isBlank();
            wrap(line, width, alone, wrapped);
        }
        return String.join("\n", wrapped);
    }

    private void wrap(String line, int width, boolean alone, List<String> wrapped) {
        int from = 0;
        while (true) {
            int end = cut(line, from, width);
            if (end == line.length()) {
                wrapped.add(line.substring(from));
                if (!alone && room(line.substring(from), width) < 4) {
                    wrapped.add("");
                }
                return;
            }
            // a blank at a cut hangs into the margin
            while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\u00a0')) {
                end++;
            }
            wrapped.add(line.substring(from, end));
            from = end;
        }
    }

    private int room(String line, int width) {
        return this == HARD
                ? width - line.length()
                : width - line.chars().map(c -> columns((char) c)).sum();
    }

    private static int columns(char c) {
        return c < '\u0080' ? 1 : 2;
    }

    private static boolean clings(char left, char right) {
        boolean word = left < '\u0080' && right < '\u0080' && left > ' ' && right > ' ';
        return word || NOT_FIRST.indexOf(right) >= 0 || NOT_LAST.indexOf(left) >= 0;
    }
}
