package io.casewire.parsing.casefile;

import io.casewire.parsing.table.Column;
import io.casewire.text.CharacterSet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Running text divided by labels with colons, the way a table row is by its columns: 主要内容：…。负责部门：…。
 *
 * @param lead what stands before the first label
 * @param parts the text behind each label, without the stop at its end; of two with the same meaning both, in order
 */
public record LabelledParts(String lead, Map<Column, String> parts) {
    private static final int MAX_LABEL_LENGTH = 10;
    private static final CharacterSet BOUNDARIES = CharacterSet.of("。；！？\n）】");

    public LabelledParts {
        parts = Map.copyOf(parts);
    }

    /** Divides a text; labels count at its beginning and behind the end of a sentence or a bracket. */
    public static LabelledParts of(String text) {
        Map<Column, String> parts = new EnumMap<>(Column.class);
        String lead = text;
        Column open = null;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int colon = mayBegin(text, at) ? colonOf(text, at) : -1;
            Column column = colon < 0 ? null : labelled(text.substring(nameStart(text, at), nameEnd(text, at, colon)));
            if (column == null) {
                continue;
            }
            if (open == null) {
                lead = text.substring(0, at).strip();
            } else {
                parts.merge(open, value(text, from, at), (one, other) -> one + "\n" + other);
            }
            open = column;
            from = colon + 1;
            at = colon;
        }
        if (open != null) {
            parts.merge(open, value(text, from, text.length()), (one, other) -> one + "\n" + other);
        }
        return new LabelledParts(lead, parts);
    }

    /** The text behind a label; empty where there is no such label. */
    public String part(Column column) {
        return parts.getOrDefault(column, "");
    }

    private static @Nullable Column labelled(String name) {
        Column column = Column.ofHeader(name).orElse(null);
        return column == Column.NUMBER || column == Column.TITLE || column == Column.NOTE ? null : column;
    }

    private static boolean mayBegin(String text, int at) {
        return at == 0 || BOUNDARIES.contains(text.charAt(at - 1));
    }

    /** Where the label that begins there ends: its colon or closing bracket; -1 where none does. */
    private static int colonOf(String text, int at) {
        boolean bracket = text.charAt(at) == '【';
        for (int i = at + 1; i < text.length() && i - at <= MAX_LABEL_LENGTH; i++) {
            char c = text.charAt(i);
            if (bracket ? c == '】' : c == '：') {
                return i;
            }
            if ("，。、；".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static int nameStart(String text, int at) {
        return "【（".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private static int nameEnd(String text, int at, int colon) {
        return Math.max(nameStart(text, at), colon);
    }

    private static String value(String text, int from, int to) {
        int begin = from;
        while (begin < to && "： \n".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        return text.substring(begin, to).strip();
    }
}
