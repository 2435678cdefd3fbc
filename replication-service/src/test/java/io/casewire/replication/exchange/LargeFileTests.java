package io.casewire.replication.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.replication.sheet.SheetFile;
import io.casewire.replication.sheet.SheetLimits;
import io.casewire.replication.sheet.SheetRow;
import io.casewire.replication.sheet.SheetRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A million cells go out and come in, in a JVM whose heap does not hold them. */
class LargeFileTests {
    private static final int LINES = 53_000;
    private static final String HEAP = "-Xmx32m";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aMillionCellsFitIntoASmallHeap(ExchangeFormat format) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFileTests.class.getName(),
                        format.name(),
                        folder.resolve("large").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("lines " + LINES);
    }

    /** Writes and reads one in the kind and the place that are named. */
    public static void main(String[] arguments) throws IOException {
        ExchangeFormat format = ExchangeFormat.valueOf(arguments[0]);
        Path file = Path.of(arguments[1]);
        Work work = new Work("省商务厅", "王芳", LocalDate.of(2026, 6, 30), 50, "=1+1");
        try (OutputStream out = Files.newOutputStream(file)) {
            LineWriter writer = format.open(out, "台账");
            for (int number = 1; number <= LINES; number++) {
                writer.write(SampleLines.line(number, "铁路快通", work));
            }
            writer.finish();
        }
        int read = 0;
        long cells = 0;
        try (SheetRows rows = SheetFile.open(
                file, SheetFile.Kind.valueOf(format.name()), new SheetLimits(LINES + 10, 2_000_000, 1L << 30))) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                if (row.cell(Column.inOrder().indexOf(Column.REMARK)).equals("=1+1")) {
                    read++;
                }
                cells += row.cells().stream().filter(cell -> !cell.isEmpty()).count();
            }
        }
        if (cells < 1_000_000) {
            throw new IllegalStateException("only " + cells + " cells");
        }
        System.out.println("lines " + read);
    }
}
