package io.casewire.extraction.xlsx;

import javax.xml.stream.XMLStreamException;

/** The text of a string item: its runs one behind the other, without the readings printed above them. */
final class RichText {
    /** {@code _x000D_} (ISO/IEC 29500-1, 22.9.2.19): four hexadecimal digits between marks. */
    private static final int ESCAPE = 7;

    private RichText() {}

    /** Reads the item that the part stands at, {@code si} or {@code is}. */
    static String read(Xml xml, String item) throws XMLStreamException {
        String first = "";
        StringBuilder more = null;
        while (xml.nextInside(item)) {
            if (xml.name().equals("rPh")) {
                xml.text();
            } else if (xml.name().equals("t")) {
                String piece = unescaped(xml.text());
                if (more != null) {
                    more.append(piece);
                } else if (first.isEmpty()) {
                    first = piece;
                } else {
                    more = new StringBuilder(first).append(piece);
                }
            }
        }
        return more == null ? first : more.toString();
    }

    /** A text with its escaped characters. */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int code = code(text, at);
            if (code >= 0) {
                plain.append(text, from, at).append((char) code);
                from = at + ESCAPE;
            }
            at = text.indexOf("_x", code >= 0 ? from : at + 1);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int code(String text, int at) {
        if (at + ESCAPE > text.length() || text.charAt(at + ESCAPE - 1) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + ESCAPE - 1; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
