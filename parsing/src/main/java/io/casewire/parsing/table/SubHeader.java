package io.casewire.parsing.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A second header row that divides a wide column of the first: 主要做法 over 改革前 and 改革后. */
public final class SubHeader {
    private static final int MAX_NAME_LENGTH = 10;

    private SubHeader() {}

    /**
     * The header both rows make together: where the second names a part of a column, that name. Null where the row below
     * the header is no part of it.
     *
     * @param header the first row; a name over several columns is repeated, or followed by empty cells
     */
    public static @Nullable List<String> merge(List<String> header, List<String> below) {
        if (below.size() != header.size()) {
            return null;
        }
        List<String> merged = new ArrayList<>(header.size());
        int parts = 0;
        for (int i = 0; i < header.size(); i++) {
            String name = below.get(i).replace("\n", "");
            boolean repeated = name.isEmpty() || name.equals(header.get(i));
            if (repeated) {
                merged.add(header.get(i));
                continue;
            }
            boolean divides = header.get(i).isEmpty() || isWide(header, i);
            if (!divides
                    || name.length() > MAX_NAME_LENGTH
                    || Column.ofHeader(name).isEmpty()) {
                return null;
            }
            parts++;
            merged.add(name);
        }
        return parts >= 2 ? merged : null;
    }

    private static boolean isWide(List<String> header, int at) {
        String name = header.get(at);
        boolean before = at > 0 && header.get(at - 1).equals(name);
        boolean after = at + 1 < header.size()
                && (header.get(at + 1).equals(name) || header.get(at + 1).isEmpty());
        return before || after;
    }
}
