package io.casewire.extraction.xlsx;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of parts written by hand, for what no writer here writes; its one sheet is called 表1. */
final class HandMade {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private String main = MAIN;
    private String relations = RELATIONS;
    private String workbookProperties = "";

    private HandMade() {}

    /** @param sheet what stands in its {@code worksheet} */
    static HandMade sheet(String sheet) {
        HandMade made = new HandMade();
        made.parts.put("worksheets/sheet1.xml", "worksheet|" + sheet);
        return made;
    }

    /** Rows of cells, all of it XML. */
    static HandMade rows(String... rows) {
        return sheet("<sheetData>" + String.join("", rows) + "</sheetData>");
    }

    static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    HandMade strings(String items) {
        parts.put("sharedStrings.xml", "sst|" + items);
        return this;
    }

    /** @param codes of formats of their own; the style of index {@code n} has the {@code n}th, from 1 */
    HandMade formats(String... codes) {
        return formatsFrom(200, codes);
    }

    /** @param id of the first of them */
    HandMade formatsFrom(int id, String... codes) {
        StringBuilder formats = new StringBuilder("<numFmts>");
        StringBuilder styles = new StringBuilder("<cellXfs><xf numFmtId=\"0\"/>");
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
            formats.append("<numFmt numFmtId=\"" + (id + i) + "\" formatCode=\"" + code + "\"/>");
            styles.append("<xf numFmtId=\"" + (id + i) + "\"/>");
        }
        parts.put("styles.xml", "styleSheet|" + formats + "</numFmts>" + styles + "</cellXfs>");
        return this;
    }

    /** @param ids of built-in formats; the style of index {@code n} has the {@code n}th, from 1 */
    HandMade builtIn(int... ids) {
        StringBuilder styles = new StringBuilder("<cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf/>");
        for (int id : ids) {
            styles.append("<xf numFmtId=\"" + id + "\"/>");
        }
        parts.put("styles.xml", "styleSheet|" + styles + "</cellXfs>");
        return this;
    }

    HandMade from1904() {
        workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** The same in the namespaces of the strict form. */
    HandMade strict() {
        main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        return this;
    }

    Path write(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "made", ".bin");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            StringBuilder types = new StringBuilder();
            StringBuilder related = new StringBuilder();
            for (String name : parts.keySet()) {
                String kind = name.startsWith("worksheets") ? "worksheet" : name.substring(0, name.indexOf('.'));
                types.append("<Override PartName=\"/xl/" + name + "\" ContentType=\"" + TYPES + kind + "+xml\"/>");
                related.append("<Relationship Id=\"" + kind + "\" Type=\"" + relations + "/" + kind + "\" Target=\""
                        + name + "\"/>");
            }
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                            + types
                            + "</Types>");
            add(
                    zip,
                    "_rels/.rels",
                    relationships("<Relationship Id=\"r1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            add(zip, "xl/_rels/workbook.xml.rels", relationships(related.toString()));
            add(
                    zip,
                    "xl/workbook.xml",
                    element("workbook|" + workbookProperties
                            + "<sheets><sheet name=\"表1\" sheetId=\"1\" r:id=\"worksheet\"/></sheets>"));
            for (Map.Entry<String, String> part : parts.entrySet()) {
                add(zip, "xl/" + part.getKey(), element(part.getValue()));
            }
        }
        return file;
    }

    private String element(String named) {
        int bar = named.indexOf('|');
        String name = named.substring(0, bar);
        return "<" + name + " xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\">" + named.substring(bar + 1) + "</"
                + name + ">";
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    private static void add(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    Extraction read(Path folder) throws IOException, Unextractable {
        return new XlsxReader().read(write(folder), ExtractionLimits.DEFAULT);
    }

    /** What stands in it, row by row, cells parted by {@code |}; a line of text is a row of one cell. */
    List<String> shown(Path folder) throws IOException, Unextractable {
        return shown(read(folder));
    }

    static List<String> shown(Extraction extraction) {
        return extraction.blocks().stream()
                .flatMap(block -> switch (block) {
                    case Paragraph paragraph -> List.of(paragraph.text()).stream();
                    case Table table ->
                        table.rows().stream()
                                .map(row -> String.join(
                                        "|",
                                        row.cells().stream().map(Cell::text).toList()));
                    case Block.PrintedLines _, Block.PageBreak _ -> throw new AssertionError("No sheet is printed");
                })
                .toList();
    }
}
