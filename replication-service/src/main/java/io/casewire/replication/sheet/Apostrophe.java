package io.casewire.replication.sheet;

/**
 * The apostrophe before a text of a CSV file that a spreadsheet would compute ({@code =HYPERLINK(…)}), as OWASP advises (CSV injection), so
 * that reading it gives exactly the text: one that begins with an apostrophe gets another.
 */
public final class Apostrophe {
    /** In both widths, as Excel takes the full ones for the others; and what it skips before them. */
    private static final String COMPUTED = "=+-@＝＋－＠\t\r\n'";

    private Apostrophe() {}

    /** The text as it is written. */
    public static String before(String text) {
        return beginsComputed(text, 0) ? '\'' + text : text;
    }

    /** The text that was meant. */
    static String removed(String written) {
        return written.startsWith("'") && beginsComputed(written, 1) ? written.substring(1) : written;
    }

    private static boolean beginsComputed(String text, int at) {
        return at < text.length() && COMPUTED.indexOf(text.charAt(at)) >= 0;
    }
}
