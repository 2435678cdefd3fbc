package io.casewire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same document gives the same records, whatever it is written as; only the lines they stand on differ. */
class SameRecordsTests {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final String SHA256 = "0".repeat(64);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "case-studies", "plan", "report"})
    void aSheetGivesTheRecordsOfItsText(String sample) throws Exception {
        String text = Files.readString(SAMPLES.resolve(sample + ".txt"));
        Path file = workbook(text);

        Content content =
                Readers.read(file, sample, Files.createDirectory(folder.resolve("scratch")), ExtractionLimits.DEFAULT);
        Rendition rendition = Rendition.of((Extraction) content);

        assertSame(parsed(text, sample), new DocumentParser().parse(rendition.html(), sample, SHA256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "case-studies", "plan", "report"})
    void aWebPageGivesTheRecordsOfItsText(String sample) throws Exception {
        String text = Files.readString(SAMPLES.resolve(sample + ".txt"));
        Path file = folder.resolve("page.doc");
        Files.writeString(file, page(text));

        PlainText page = (PlainText) Readers.read(file, sample, folder, ExtractionLimits.DEFAULT);

        assertSame(parsed(text, sample), new DocumentParser().parse(Files.readAllBytes(page.file()), sample));
    }

    private static ParsedDocument parsed(String text, String name) {
        return new DocumentParser().parse(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private static void assertSame(ParsedDocument text, ParsedDocument other) {
        assertThat(text.records()).isNotEmpty();
        assertThat(without(other.document(), "sha256")).isEqualTo(without(text.document(), "sha256"));
        List<String> expected = withoutLines(text.records());
        List<String> found = withoutLines(other.records());
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).isEqualTo(expected.get(i));
        }
    }

    private static List<String> withoutLines(List<ParsedRecord> records) {
        return records.stream().map(record -> without(record, "lines")).toList();
    }

    private static String without(ParsedRecord record, String field) {
        JsonNode json = WireJson.mapper().valueToTree(record);
        ((ObjectNode) json).remove(field);
        return json.toString();
    }

    /** Lines between tabs as rows of cells, all others as rows of one. */
    private Path workbook(String text) throws IOException {
        Path file = folder.resolve("book");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet();
            int number = 0;
            for (String line : text.split("\n", -1)) {
                String[] cells = cells(line);
                XSSFRow row = sheet.createRow(number);
                for (int column = 0; column < cells.length; column++) {
                    row.createCell(column).setCellValue(cells[column]);
                }
                if (cells.length > 1 && String.join("", cells).equals(cells[0])) {
                    sheet.addMergedRegion(new CellRangeAddress(number, number, 0, cells.length - 1));
                }
                number++;
            }
            workbook.write(out);
        }
        return file;
    }

    private static String[] cells(String line) {
        String[] cells = isRow(line) ? line.split("\t", -1) : new String[] {line.replaceFirst("^#+ ?", "")};
        for (int i = 0; i < cells.length; i++) {
            cells[i] =
                    cells[i].replace("</p> <p>", "\n").replaceAll("<[^>]+>", "").strip();
        }
        return cells;
    }

    /** A line of a table of contents has one tab before its page. */
    private static boolean isRow(String line) {
        return line.indexOf('\t') != line.lastIndexOf('\t');
    }

    /** Lines between tabs as tables, all others as paragraphs. */
    private static String page(String text) {
        StringBuilder page = new StringBuilder("<html><head><title>样例</title></head>\n<body>\n");
        boolean table = false;
        for (String line : text.split("\n", -1)) {
            boolean row = isRow(line);
            if (row != table && (row || !line.isBlank())) {
                page.append(row ? "<table>\n" : "</table>\n");
                table = row;
            }
            if (row) {
                page.append("<tr><td>").append(line.replace("\t", "</td><td>")).append("</td></tr>\n");
            } else if (!line.isBlank()) {
                page.append("<p>").append(line.replaceFirst("^#+ ?", "")).append("</p>\n");
            }
        }
        return page.append(table ? "</table>" : "").append("</body></html>").toString();
    }
}
