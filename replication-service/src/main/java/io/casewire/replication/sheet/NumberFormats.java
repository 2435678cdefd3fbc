package io.casewire.replication.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the styles of a workbook make of its numbers (ECMA-376-1, 18.8.30 and 18.8.31). */
final class NumberFormats {
    /** How a number is shown. */
    enum Shown {
        PLAIN,
        DATE,
        PERCENT
    }

    private final List<Shown> styles;

    private NumberFormats(List<Shown> styles) {
        this.styles = styles;
    }

    /** Those of a workbook without styles. */
    static NumberFormats none() {
        return new NumberFormats(List.of());
    }

    static NumberFormats read(XMLStreamReader xml) throws XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        List<Shown> styles = new ArrayList<>();
        boolean inCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> codes.put(number(xml, "numFmtId"), attribute(xml, "formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            int id = number(xml, "numFmtId");
                            styles.add(shown(id, codes.get(id)));
                        }
                    }
                    default -> {
                        // fonts and the like
                    }
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
        }
        return new NumberFormats(styles);
    }

    /** @param style a cell's attribute {@code s}; null for none */
    Shown of(@Nullable String style) {
        if (style == null || !style.matches("[0-9]{1,6}")) {
            return Shown.PLAIN;
        }
        int at = Integer.parseInt(style);
        return at < styles.size() ? styles.get(at) : Shown.PLAIN;
    }

    /** @param code null for one that is built in */
    static Shown shown(int id, @Nullable String code) {
        if (code == null) {
            boolean day = (id >= 14 && id <= 22)
                    || (id >= 27 && id <= 36)
                    || (id >= 45 && id <= 47)
                    || (id >= 50 && id <= 58);
            return day ? Shown.DATE : id == 9 || id == 10 ? Shown.PERCENT : Shown.PLAIN;
        }
        boolean quoted = false;
        boolean bracketed = false;
        Shown shown = Shown.PLAIN;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (quoted || bracketed) {
                quoted = quoted && c != '"';
                bracketed = bracketed && c != ']';
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[') {
                bracketed = true;
            } else if (c == '%') {
                shown = Shown.PERCENT;
            } else if (shown == Shown.PLAIN && "yYmMdDhHsS".indexOf(c) >= 0) {
                shown = Shown.DATE;
            } else if (c == ';') {
                // what follows is for other numbers
                return shown;
            }
        }
        return shown;
    }

    private static int number(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
