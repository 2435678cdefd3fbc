package io.casewire.replication.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheets that are shown (ECMA-376-1, 18.3.1). A formula gives what the program that saved it computed. Held in memory
 * are the row, the table of texts, and where cells are merged.
 */
final class XlsxRows implements SheetRows {
    /** More are no ledger of anybody. */
    static final int MAX_COLUMNS = 500;

    private final ZipFile zip;
    private final XlsxBook book;
    private final Volume volume;
    private final Iterator<XlsxBook.Tab> tabs;
    private @Nullable Sheet sheet;

    private XlsxRows(ZipFile zip, XlsxBook book, Volume volume) {
        this.zip = zip;
        this.book = book;
        this.volume = volume;
        this.tabs = book.sheets().iterator();
    }

    static XlsxRows open(Path file, SheetLimits limits) throws IOException {
        Volume volume = new Volume(limits);
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new XlsxRows(zip, XlsxBook.read(zip, volume), volume);
            } catch (IOException | XMLStreamException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | XMLStreamException e) {
            throw Unreadable.damaged(e);
        }
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (true) {
                Sheet open = sheet == null ? opened() : sheet;
                if (open == null) {
                    return null;
                }
                SheetRow row = open.next();
                if (row != null) {
                    volume.row(row.cells());
                    return row;
                }
                open.part.close();
                sheet = null;
            }
        } catch (ZipException | XMLStreamException e) {
            throw Unreadable.damaged(e);
        }
    }

    @Override
    public List<String> passedOver() {
        return book.passedOver();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private @Nullable Sheet opened() throws IOException, XMLStreamException {
        while (tabs.hasNext()) {
            XlsxBook.Tab tab = tabs.next();
            Merges merges;
            try (XlsxPart first = XlsxPart.open(zip, tab.part(), volume)) {
                if (first == null) {
                    continue;
                }
                merges = Merges.read(first.xml());
            }
            XlsxPart part = XlsxPart.open(zip, tab.part(), volume);
            if (part != null) {
                sheet = new Sheet(tab.name(), part, merges);
                return sheet;
            }
        }
        return null;
    }

    /** Puts a text there, whatever the row had; beyond the widest row it is refused. */
    static void put(List<String> cells, int column, String text) {
        if (column < 0 || column >= MAX_COLUMNS) {
            throw new Unreadable("too-many-columns", "表格超过" + MAX_COLUMNS + "列，请删去多余的列后再导入。");
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private final class Sheet {
        private final String name;
        private final XlsxPart part;
        private final Merges merges;
        private int number;

        Sheet(String name, XlsxPart part, Merges merges) {
            this.name = name;
            this.part = part;
            this.merges = merges;
        }

        @Nullable
        SheetRow next() throws XMLStreamException {
            XMLStreamReader xml = part.xml();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    String given = xml.getAttributeValue(null, "r");
                    number = given != null && given.matches("[0-9]{1,7}") ? Integer.parseInt(given) : number + 1;
                    List<String> cells = cells(xml);
                    merges.fill(number, cells);
                    SheetRow row = new SheetRow(name, number, cells, book.since1904());
                    if (!row.isBlank()) {
                        return row;
                    }
                }
            }
            return null;
        }

        private List<String> cells(XMLStreamReader xml) throws XMLStreamException {
            List<String> cells = new ArrayList<>();
            int column = -1;
            while (true) {
                int event = xml.next();
                if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                    return cells;
                }
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                    column = column(xml.getAttributeValue(null, "r"), column + 1);
                    String text = cell(xml);
                    if (!text.isEmpty()) {
                        put(cells, column, text);
                    }
                }
            }
        }

        private String cell(XMLStreamReader xml) throws XMLStreamException {
            String type = xml.getAttributeValue(null, "t");
            String style = xml.getAttributeValue(null, "s");
            String text = "";
            while (true) {
                int event = xml.next();
                if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
                    return text;
                }
                if (event == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "v" -> text = value(XlsxPart.text(xml, false), type, style);
                        case "is" -> text = XlsxPart.text(xml, true);
                        // a formula and what extends it
                        default -> XlsxPart.text(xml, false);
                    }
                }
            }
        }

        private String value(String written, @Nullable String type, @Nullable String style) {
            return switch (type == null ? "n" : type) {
                case "s" -> text(written);
                case "b" -> written.equals("1") ? "TRUE" : "FALSE";
                case "n" -> NumberText.of(written, book.formats().of(style), book.since1904());
                // of formulas, errors, days in ISO form
                default -> written;
            };
        }

        private String text(String index) {
            if (!index.strip().matches("[0-9]{1,9}")) {
                return "";
            }
            int at = Integer.parseInt(index.strip());
            return at < book.texts().size() ? book.texts().get(at) : "";
        }

        private static int column(@Nullable String reference, int otherwise) {
            if (reference == null) {
                return otherwise;
            }
            int end = 0;
            while (end < reference.length() && Character.isUpperCase(reference.charAt(end))) {
                end++;
            }
            return end == 0 || end > 3 ? otherwise : Merges.column(reference.substring(0, end));
        }
    }
}
