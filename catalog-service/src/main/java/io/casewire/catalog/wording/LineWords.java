package io.casewire.catalog.wording;

import io.casewire.contracts.parsed.LineRange;

/** Lines of an original, as they are cited. */
public final class LineWords {
    private LineWords() {}

    /** {@code 23}, or {@code 23–25} where there are several. */
    public static String of(LineRange lines) {
        return lines.first() == lines.last() ? "" + lines.first() : lines.first() + "–" + lines.last();
    }
}
