package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.Originality;
import org.jspecify.annotations.Nullable;

/** Claims of being first: 全国首创, 国内首个, 全省率先. */
public final class Originalities {
    private Originalities() {}

    /** The claim a table cell makes; null where it makes none. */
    public static @Nullable Originality read(String cell) {
        boolean first = cell.contains("首创")
                || cell.contains("首个")
                || cell.contains("率先")
                || cell.contains("首次")
                || cell.contains("首单");
        if (cell.startsWith("全国") || cell.startsWith("国内") || cell.startsWith("国家")) {
            return Originality.NATIONAL_FIRST;
        }
        if (cell.startsWith("全省")
                || cell.startsWith("省内")
                || cell.startsWith("全市")
                || cell.startsWith("全区")
                || cell.startsWith("省级")) {
            return Originality.PROVINCIAL_FIRST;
        }
        if (first && (cell.contains("全国") || cell.contains("国内"))) {
            return Originality.NATIONAL_FIRST;
        }
        return first && (cell.contains("全省") || cell.contains("省内")) ? Originality.PROVINCIAL_FIRST : null;
    }
}
