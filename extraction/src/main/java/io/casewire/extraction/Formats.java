package io.casewire.extraction;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells by a file's first bytes whether {@link Readers} have something to say of it: that they read it, or by name why not. Loads nothing
 * of theirs.
 */
public final class Formats {
    /** As many bytes as are looked at. */
    public static final int HEAD = 1024;

    /** ZIP, which Office Open XML and OFD are too, the OLE 2 container of older Office files, PDF, RTF and web archives. */
    private static final List<String> BEGINNINGS = List.of(
            "PK\u0003\u0004",
            "PK\u0005\u0006",
            "PK\u0007\b",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1",
            "%PDF-",
            "{\\rtf",
            "MIME-Version:");

    /** What Word and Excel of 2003 write into the prologue of their XML, and flat OpenDocument into its first element. */
    private static final List<String> IN_XML = List.of("<?mso-application", "urn:oasis:names:tc:opendocument");

    private static final String MARK_OF_UTF8 = "\u00ef\u00bb\u00bf";

    private Formats() {}

    /**
     * Whether the file is for readers rather than text.
     *
     * @param head the file's first bytes, {@link #HEAD} of them where there are so many, or more
     */
    public static boolean mayBeRead(byte[] head) {
        String bytes = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        // some writers put blanks in front
        String begun = (bytes.startsWith(MARK_OF_UTF8) ? bytes.substring(MARK_OF_UTF8.length()) : bytes).stripLeading();
        for (String beginning : BEGINNINGS) {
            if (begun.startsWith(beginning)) {
                return true;
            }
        }
        return begun.startsWith("<?xml") && isOffice(begun);
    }

    // plain loops: every start of the command line comes by here, and the first lambda of a JVM is dear
    private static boolean isOffice(String xml) {
        for (String word : IN_XML) {
            if (xml.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
