package io.casewire.extraction;

import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

/** The samples of the project as other formats hold them, and what comes of them. */
public final class Samples {
    private static final Path FOLDER = Path.of("..", "samples");
    private static final String SHA256 = "0".repeat(64);

    private Samples() {}

    /** The names of the samples, without their endings. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As docx: a line a paragraph; lines parted by tabs a table. What the text marks with signs of its own (headings, paragraphs of a
     * cell, bold letters) is such in the document.
     */
    public static Path docx(String name, Path folder) {
        Path file = folder.resolve(name + ".docx");
        List<String> lines = text(name).lines().toList();
        try (XWPFDocument document = new XWPFDocument();
                OutputStream content = Files.newOutputStream(file)) {
            int at = 0;
            while (at < lines.size()) {
                List<List<String>> rows = new ArrayList<>();
                for (List<String> cells = cells(lines, at); cells.size() > 1; cells = cells(lines, at)) {
                    rows.add(cells);
                    at++;
                }
                if (rows.isEmpty()) {
                    paragraph(document, lines.get(at++));
                } else {
                    table(document, rows);
                }
            }
            document.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static List<String> cells(List<String> lines, int at) {
        String[] cells = at < lines.size() ? lines.get(at).split("\t", -1) : new String[0];
        return cells.length > 2 ? List.of(cells) : List.of();
    }

    private static void paragraph(XWPFDocument document, String line) {
        XWPFParagraph paragraph = document.createParagraph();
        String text = line.replaceFirst("^#+ *", "");
        int level = line.length() - line.replaceFirst("^#+", "").length();
        if (level > 0) {
            CTPPr properties = paragraph.getCTP().addNewPPr();
            properties.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        }
        String[] bold = text.split("\\*\\*", -1);
        for (int i = 0; i < bold.length; i++) {
            XWPFRun run = paragraph.createRun();
            run.setText(bold[i]);
            run.setBold(i % 2 == 1);
        }
    }

    private static void table(XWPFDocument document, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
        XWPFTable table = document.createTable(rows.size(), columns);
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            for (int cell = 0; cell < cells.size(); cell++) {
                XWPFTableCell written = table.getRow(row).getCell(cell);
                String[] paragraphs =
                        cells.get(cell).replaceAll("</?b>|^<p>|</p>$", "").split("</p> *<p>", -1);
                written.setText(paragraphs[0]);
                for (int i = 1; i < paragraphs.length; i++) {
                    written.addParagraph().createRun().setText(paragraphs[i]);
                }
            }
        }
    }

    /** What the text of a sample holds, but for its lines; the document first. */
    public static List<String> records(String name) {
        return described(new DocumentParser().parse(text(name).getBytes(StandardCharsets.UTF_8), name));
    }

    /** What a file holds, but for its lines; the document first. */
    public static List<String> records(String name, Path file, FormatReader reader) throws Unextractable, IOException {
        Rendition rendition = Rendition.of(reader.read(file, ExtractionLimits.DEFAULT));
        return described(new DocumentParser().parse(rendition.html(), name, SHA256));
    }

    private static List<String> described(ParsedDocument parsed) {
        return parsed.all().stream()
                .map(Object::toString)
                .filter(record -> !record.startsWith("DiagnosticRecord"))
                .map(record ->
                        record.replaceAll("LineRange\\[[^\\]]*\\]", "…").replaceFirst("sha256=[0-9a-f]*", "sha256=…"))
                .toList();
    }
}
