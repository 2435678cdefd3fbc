package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.FormatReader;
import io.casewire.extraction.Rendition;
import io.casewire.extraction.doc.DocReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads in a process whose heap is a quarter of the 512 MB that readers may take together. */
class LargeDocumentIT {
    private static final String HEAP = "-Xmx128m";
    /** Of thirty lines of thirty characters each: 200 pages. */
    private static final int PARAGRAPHS = 3_000;

    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    /** The process: a file, read by its name. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        FormatReader reader = file.toString().endsWith(".doc") ? new DocReader() : new DocxReader();
        Rendition rendition = Rendition.of(reader.read(file, ExtractionLimits.DEFAULT));
        System.out.println("lines " + rendition.places().size());
    }

    private static String pages() {
        return p("推进制度集成创新，持续优化营商环境。".repeat(4)).repeat(PARAGRAPHS);
    }

    /** No two alike, or they would be packed as no real ones are. */
    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 5 * ROWS; i++) {
            rows.append(i % 5 == 0 ? "<w:tr>" : "")
                    .append("<w:tc><w:tcPr><w:tcW w:w=\"2000\"/></w:tcPr>")
                    .append(p("单元格" + Integer.toUnsignedString(i * 0x9E3779B9)))
                    .append("</w:tc>")
                    .append(i % 5 == 4 ? "</w:tr>" : "");
        }
        return rows.toString();
    }

    private String read(Path file) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDocumentIT.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    @Test
    void twoHundredPagesAndATableOfTwentyThousandRowsAreReadInASmallHeap() throws Exception {
        Path file = TestDocx.of(pages() + "<w:tbl>" + rows() + "</w:tbl>").write(folder);

        assertThat(read(file)).contains("lines " + (2 + PARAGRAPHS + 2 + ROWS));
    }

    @Test
    void twoHundredPagesOfDocAreReadInASmallHeap() throws Exception {
        Path doc = WordProcessor.doc(TestDocx.of(pages()).write(folder));

        assertThat(read(doc)).contains("lines " + (2 + PARAGRAPHS));
    }
}
