package io.casewire.ingest.table;

import io.casewire.ingest.text.Repair;
import java.util.ArrayList;
import java.util.List;

/** Splits a line into the cells of a table row. */
public final class Cells {
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
        return first >= 0 && line.indexOf('|', first + 1) > first && (first == 0 || line.indexOf('|', first + 1) > 0);
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

    /** The repaired text of each cell. */
    public static List<String> repaired(List<String> raw) {
        return raw.stream().map(Repair::clean).toList();
    }
}
