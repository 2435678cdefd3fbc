package io.casewire.extraction.docx;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A docx put together from markup, for what no writer's interface writes. */
final class TestDocx {
    private static final String NAMESPACES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
            """;

    private final Map<String, String> parts = new LinkedHashMap<>();
    private int more;
    private String prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private TestDocx(String body) {
        parts.put("document", "<w:document %s><w:body>%s</w:body></w:document>".formatted(NAMESPACES, body));
    }

    /** With the content of the body. */
    static TestDocx of(String body) {
        return new TestDocx(body);
    }

    /** A paragraph of the text alone. */
    static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    /** A paragraph with properties. */
    static String p(String properties, String text) {
        return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    /** A paragraph of a list. */
    static String item(int list, int level, String text) {
        return p("<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list), text);
    }

    TestDocx styles(String styles) {
        parts.put("styles", "<w:styles %s>%s</w:styles>".formatted(NAMESPACES, styles));
        return this;
    }

    TestDocx numbering(String numbering) {
        parts.put("numbering", "<w:numbering %s>%s</w:numbering>".formatted(NAMESPACES, numbering));
        return this;
    }

    TestDocx footnotes(String footnotes) {
        parts.put("footnotes", "<w:footnotes %s>%s</w:footnotes>".formatted(NAMESPACES, footnotes));
        return this;
    }

    /** What stands in front of the root of every part. */
    TestDocx prolog(String markup) {
        this.prolog = markup;
        return this;
    }

    /** With more parts than are read. */
    TestDocx more(int parts) {
        this.more = parts;
        return this;
    }

    /** In the strict form of the standard, which has other namespaces. */
    TestDocx strict() {
        parts.replaceAll((_, markup) -> markup.replace(
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "http://purl.oclc.org/ooxml/wordprocessingml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/math",
                        "http://purl.oclc.org/ooxml/officeDocument/math"));
        return this;
    }

    Path write(Path folder) {
        Path file = folder.resolve("document.docx");
        boolean strict = parts.values().stream().anyMatch(markup -> markup.contains("purl.oclc.org"));
        String relation = strict
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        try (OutputStream content = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(content, StandardCharsets.UTF_8)) {
            entry(zip, "[Content_Types].xml", contentTypes());
            entry(zip, "_rels/.rels", relations(relation, Map.of("officeDocument", "word/document.xml")));
            entry(
                    zip,
                    "word/_rels/document.xml.rels",
                    relations(
                            relation,
                            parts.keySet().stream()
                                    .filter(part -> !part.equals("document"))
                                    .collect(Collectors.toMap(part -> part, part -> part + ".xml"))));
            for (Map.Entry<String, String> part : parts.entrySet()) {
                entry(zip, "word/" + part.getKey() + ".xml", prolog + part.getValue());
            }
            for (int i = 0; i < more; i++) {
                entry(zip, "customXml/item" + i + ".xml", "<a/>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private String contentTypes() {
        return parts.keySet().stream()
                .map(part ->
                        "<Override PartName=\"/word/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml\"/>"
                                .formatted(part, part.equals("document") ? "document.main" : part))
                .collect(Collectors.joining(
                        "",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\""
                                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
                        "</Types>"));
    }

    private static String relations(String prefix, Map<String, String> targets) {
        return targets.entrySet().stream()
                .map(target -> "<Relationship Id=\"r%s\" Type=\"%s\" Target=\"%s\"/>"
                        .formatted(target.getKey(), prefix + target.getKey(), target.getValue()))
                .collect(Collectors.joining(
                        "",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
                        "</Relationships>"));
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** What the reader makes of it. */
    Extraction read(Path folder) {
        try {
            return new DocxReader().read(write(folder), ExtractionLimits.DEFAULT);
        } catch (Unextractable | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The texts of its paragraphs; of a table each row with its cells in bars. */
    List<String> lines(Path folder) {
        return read(folder).blocks().stream()
                .flatMap(block -> lines(block).stream())
                .toList();
    }

    private static List<String> lines(Block block) {
        return switch (block) {
            case Paragraph paragraph -> List.of(paragraph.text());
            case Table table -> table.rows().stream().map(TestDocx::line).toList();
            default -> throw new AssertionError(block);
        };
    }

    private static String line(Row row) {
        return row.cells().stream()
                .map(cell -> cell.text()
                        + (cell.columns() == 1 ? "" : "→" + cell.columns())
                        + (cell.rows() == 1 ? "" : "↓" + cell.rows()))
                .collect(Collectors.joining("|", "|", "|"));
    }
}
