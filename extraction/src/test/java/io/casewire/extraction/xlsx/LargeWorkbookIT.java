package io.casewire.extraction.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Readers;
import io.casewire.extraction.Rendition;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, for its memory is what counts. */
class LargeWorkbookIT {
    private static final int ROWS = 100_000;

    /** Half of what the workers have, with the page that parsing reads. */
    private static final String HEAP = "-Xmx256m";

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandRowsAreReadInASmallHeap() throws Exception {
        Path file = folder.resolve("large.xlsx");
        write(file);
        Path said = folder.resolve("said");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        file.toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).contains("last: sheet 清单 row " + (ROWS + 1));
    }

    private static void write(Path file) throws Exception {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            SXSSFSheet sheet = workbook.createSheet("清单");
            for (int number = 0; number <= ROWS; number++) {
                SXSSFRow row = sheet.createRow(number);
                row.createCell(0).setCellValue(number == 0 ? "序号" : String.valueOf(number));
                row.createCell(1).setCellValue(number == 0 ? "成果名称" : "货物“一次申报、分步处置”模式 " + number);
                row.createCell(2).setCellValue(number == 0 ? "主要做法" : "建立清单 & 按级确定，第" + number + "类事项由牵头单位定期核查。");
                row.createCell(3).setCellValue(number == 0 ? "推荐单位" : "样例单位" + number % 100);
                row.createCell(4).setCellValue(number * 1.5);
            }
            workbook.write(out);
        }
    }

    /** Reads the file it is given, with a folder for scratch. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            Extraction read = (Extraction) Readers.read(file, "large", Path.of(arguments[1]), ExtractionLimits.DEFAULT);
            Rendition rendition = Rendition.of(read);
            long lines = rendition.html().lines().count();
            System.out.write(("last: " + rendition.placeOf((int) lines - 2) + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
