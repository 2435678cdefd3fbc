package io.casewire.parsing.table;

import io.casewire.parsing.decode.Repair;
import io.casewire.text.CharacterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a line into the cells of a table row. */
public final class Cells {
    private static final Set<String> NONE = Set.of("无", "暂无", "没有", "不涉及", "无。", "（无）", "none", "None");
    private static final CharacterSet NONE_MARKS = CharacterSet.of("/／\\-—–―─－_＿ 　…·.*");
    private static final int MAX_NONE_LENGTH = 8;

    private Cells() {}

    /** Cells between tabs, unrepaired. */
    public static List<String> ofTabs(String raw) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int tab = raw.indexOf('\t'); tab >= 0; tab = raw.indexOf('\t', start)) {
            cells.add(raw.substring(start, tab));
            start = tab + 1;
        }
        cells.add(raw.substring(start));
        return cells;
    }

    /** Cells between Markdown pipes, the outer pipes dropped; unrepaired. */
    public static List<String> ofPipes(String raw) {
        String line = raw.strip();
        int end = line.length() - (line.length() > 1 && line.endsWith("|") && !line.endsWith("\\|") ? 1 : 0);
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = line.startsWith("|") ? 1 : 0; i < end; i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < end && line.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** Whether a line is drawn as a Markdown table row. */
    public static boolean isPiped(String raw) {
        String line = raw.strip();
        int first = line.indexOf('|');
        return first >= 0 && line.indexOf('|', first + 1) > first;
    }

    /** Whether the cells are the rule below a Markdown header. */
    public static boolean isRule(List<String> cells) {
        boolean dashes = false;
        for (String cell : cells) {
            dashes |= cell.indexOf('-') >= 0;
            if (!cell.chars().allMatch(c -> c == '-' || c == ':' || c == ' ')) {
                return false;
            }
        }
        return dashes;
    }

    /** Whether a cell says that there is nothing to say: blank, 无, /, —. */
    public static boolean isNone(String cell) {
        String text = cell.strip();
        if (text.length() > MAX_NONE_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!NONE_MARKS.contains(text.charAt(i))) {
                return NONE.contains(text);
            }
        }
        return true;
    }

    /** The repaired text of each cell. */
    public static List<String> repaired(List<String> raw) {
        return raw.stream().map(Repair::clean).toList();
    }
}
