package io.casewire.replication.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all sheets of a workbook.
 *
 * @param sheets that are shown, in their order
 * @param passedOver names of the others
 * @param texts the table of texts that cells point into
 */
record XlsxBook(
        List<Tab> sheets, List<String> passedOver, List<String> texts, NumberFormats formats, boolean since1904) {
    private static final String BOOK = "xl/workbook.xml";
    private static final String ROOT = "xl/";
    private static final long MOST_CHARACTERS = 40_000_000;

    /** @param part name of the sheet's part */
    record Tab(String name, String part) {}

    private record Found(List<Tab> sheets, List<String> passedOver, boolean since1904) {}

    static XlsxBook read(ZipFile zip, Volume volume) throws IOException, XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        try (XlsxPart relations = XlsxPart.open(zip, "xl/_rels/workbook.xml.rels", volume)) {
            relations(relations, parts, kinds);
        }
        Found found;
        try (XlsxPart book = XlsxPart.open(zip, BOOK, volume)) {
            if (book == null) {
                throw new Unreadable("no-workbook", "文件不是 .xlsx 工作簿。请用 Excel 或 WPS 另存为 .xlsx 后再导入。");
            }
            found = tabs(book.xml(), parts, kinds);
        }
        return new XlsxBook(
                found.sheets(),
                found.passedOver(),
                texts(zip, part(parts, kinds, "sharedStrings"), volume),
                formats(zip, part(parts, kinds, "styles"), volume),
                found.since1904());
    }

    private static void relations(@Nullable XlsxPart part, Map<String, String> parts, Map<String, String> kinds)
            throws XMLStreamException {
        while (part != null && part.xml().hasNext()) {
            XMLStreamReader xml = part.xml();
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String id = attribute(xml, "Id");
                String target = attribute(xml, "Target");
                String type = attribute(xml, "Type");
                parts.put(id, target.startsWith("/") ? target.substring(1) : ROOT + target);
                kinds.put(id, type.substring(type.lastIndexOf('/') + 1));
            }
        }
    }

    private static Found tabs(XMLStreamReader xml, Map<String, String> parts, Map<String, String> kinds)
            throws XMLStreamException {
        List<Tab> sheets = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        boolean since1904 = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String mode = attribute(xml, "date1904");
                since1904 = mode.equals("1") || mode.equals("true");
            } else if (xml.getLocalName().equals("sheet")) {
                String id = relation(xml);
                String name = attribute(xml, "name");
                if (attribute(xml, "state").contains("idden") || !"worksheet".equals(kinds.get(id))) {
                    passedOver.add(name);
                } else {
                    sheets.add(new Tab(name, parts.getOrDefault(id, "")));
                }
            }
        }
        return new Found(sheets, passedOver, since1904);
    }

    /** {@code r:id}, whatever namespace the two editions of the standard give it. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String part(Map<String, String> parts, Map<String, String> kinds, String kind) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue().equals(kind))
                .map(entry -> parts.getOrDefault(entry.getKey(), ""))
                .findFirst()
                .orElse("");
    }

    private static List<String> texts(ZipFile zip, String name, Volume volume) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        long characters = 0;
        try (XlsxPart part = XlsxPart.open(zip, name, volume)) {
            while (part != null && part.xml().hasNext()) {
                if (part.xml().next() == XMLStreamReader.START_ELEMENT
                        && part.xml().getLocalName().equals("si")) {
                    String text = XlsxPart.text(part.xml(), true);
                    characters += text.length();
                    texts.add(text);
                }
                if (characters > MOST_CHARACTERS) {
                    throw new Unreadable("too-much-text", "表格中的文字过多，请按地区分成几个文件导入。");
                }
            }
        }
        return texts;
    }

    private static NumberFormats formats(ZipFile zip, String name, Volume volume)
            throws IOException, XMLStreamException {
        try (XlsxPart part = XlsxPart.open(zip, name, volume)) {
            return part == null ? NumberFormats.none() : NumberFormats.read(part.xml());
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
