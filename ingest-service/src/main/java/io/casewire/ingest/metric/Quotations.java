package io.casewire.ingest.metric;

/** Marks what stands inside quotation marks, book titles and the brackets of document numbers: names, not amounts. */
final class Quotations {
    private static final String OPENING = "“‘「『《〔";
    private static final String CLOSING = "”’」』》〕";
    /** A mark left open must not swallow the rest of the text. */
    private static final int LONGEST = 80;

    private Quotations() {}

    static boolean[] in(String text) {
        boolean[] quoted = new boolean[text.length()];
        int[] openedAt = new int[OPENING.length()];
        java.util.Arrays.fill(openedAt, -1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int opening = OPENING.indexOf(c);
            if (opening >= 0) {
                openedAt[opening] = i;
                continue;
            }
            int closing = CLOSING.indexOf(c);
            if (closing >= 0 && openedAt[closing] >= 0) {
                if (i - openedAt[closing] <= LONGEST) {
                    java.util.Arrays.fill(quoted, openedAt[closing], i + 1, true);
                }
                openedAt[closing] = -1;
            }
        }
        return quoted;
    }
}
