package io.casewire.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block.PrintedLines;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeDocumentIT {
    private static final int PAGES = 500;
    private static final String LINE = "坚持以制度创新为核心，突出系统集成和协同高效，形成一批可复制可推广的";

    @TempDir
    private Path folder;

    /** What runs in a JVM of its own. */
    static final class Reading {
        private Reading() {}

        /** Prints how many characters the file has in lines and rows in tables. */
        public static void main(String[] arguments) throws Exception {
            Extraction extraction = new PdfReader().read(Path.of(arguments[0]), ExtractionLimits.DEFAULT);
            long characters = 0;
            int rows = 0;
            for (var block : extraction.blocks()) {
                if (block instanceof PrintedLines printed) {
                    characters +=
                            printed.lines().stream().mapToInt(String::length).sum();
                } else if (block instanceof Table table) {
                    rows += table.rows().size();
                }
            }
            System.out.println("characters " + characters + " rows " + rows);
        }
    }

    @Test
    void fiveHundredPagesAreReadInLessThanHalfAGigabyte() throws Exception {
        Path file = folder.resolve("large.pdf");
        write(file);

        String said = Programs.run(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        file.toString()));

        assertThat(said).contains("characters " + PAGES * 20 * LINE.length() + " rows " + PAGES * 10);
    }

    private static void write(Path file) throws IOException {
        try (PdfSheet sheet = new PdfSheet()) {
            for (int page = 0; page < PAGES; page++) {
                for (int line = 0; line < 20; line++) {
                    sheet.text(80, 100 + 20 * line, 12, LINE);
                }
                double[] ys = new double[11];
                for (int row = 0; row <= 10; row++) {
                    ys[row] = 520 + 20 * row;
                }
                sheet.grid(new double[] {80, 200, 400}, ys);
                for (int row = 0; row < 10; row++) {
                    sheet.text(84, 534 + 20 * row, 10, String.valueOf(page * 10 + row))
                            .text(204, 534 + 20 * row, 10, "样例");
                }
                if (page + 1 < PAGES) {
                    sheet.nextPage();
                }
            }
            sheet.save(file);
        }
    }
}
