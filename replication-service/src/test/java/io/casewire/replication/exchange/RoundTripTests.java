package io.casewire.replication.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.replication.sheet.SheetFile;
import io.casewire.replication.sheet.SheetLimits;
import io.casewire.replication.sheet.SheetRow;
import io.casewire.replication.sheet.SheetRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out comes in as it was. */
class RoundTripTests {
    private static final List<String> PIECES = List.of(
            "=1+1",
            "+86 731",
            "-18℃",
            "@所有人",
            "'",
            "''",
            "\"",
            ",",
            "\n",
            "\t",
            "007",
            "＝Ａ",
            "_x000D_",
            "_x",
            "50%",
            "2026/6/30",
            "&lt;",
            "<b>",
            "]]>",
            "镕",
            "𠮷",
            "；",
            "#REF!",
            "1E5",
            " ",
            "已印发");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void anUneditedTableChangesNothing(ExchangeFormat format) throws IOException {
        Random random = new Random(162);
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= 300; number++) {
            Work work = new Work(
                    text(random),
                    text(random),
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(800)),
                    random.nextInt(101),
                    text(random));
            lines.add(SampleLines.line(number, "案例" + text(random), work));
        }

        List<SheetRow> rows = read(write(format, lines), SheetFile.Kind.valueOf(format.name()));
        Head head = Head.in(rows.subList(0, Head.WITHIN)).orElseThrow();
        assertThat(head.columns()).hasSize(Column.values().length);
        assertThat(head.unknown()).isEmpty();
        List<SheetRow> data =
                rows.stream().filter(row -> row.number() > head.after()).toList();
        assertThat(data).hasSize(lines.size());
        for (int i = 0; i < data.size(); i++) {
            Line line = lines.get(i);
            RowReader reader = new RowReader(head, data.get(i), line);
            assertThat(reader.draft()).isNull();
            assertThat(reader.errors()).isEmpty();
            assertThat(reader.warnings()).isEmpty();
            assertThat(head.text(data.get(i), Column.REMARK))
                    .isEqualTo(line.work().remark());
        }
    }

    @Test
    void excelSeesTextsDaysListsAndAFrozenHead() throws IOException {
        Line line = SampleLines.line(1, "案例", new Work("商务厅", "=cmd", LocalDate.of(2026, 6, 30), 30, "007"));
        try (InputStream in = Files.newInputStream(write(ExchangeFormat.XLSX, List.of(line)));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("台账");
            XSSFRow row = sheet.getRow(3);
            assertThat(row.getCell(at(Column.PERSON)).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(at(Column.REMARK)).getStringCellValue()).isEqualTo("007");
            assertThat(row.getCell(at(Column.REMARK)).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(DateUtil.isCellDateFormatted(row.getCell(at(Column.PLANNED_FINISH))))
                    .isTrue();
            assertThat(row.getCell(at(Column.PLANNED_FINISH))
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 6, 30));
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getDataValidations())
                    .extracting(DataValidation::getValidationConstraint)
                    .anySatisfy(list -> assertThat(Objects.requireNonNull(list.getExplicitListValues()))
                            .contains("推进中"));
            assertThat(sheet.getMergedRegions()).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    private static int at(Column column) {
        return Column.inOrder().indexOf(column);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        String tidy = Cells.tidy(text.toString());
        return tidy.isEmpty() ? "x" : tidy;
    }

    private Path write(ExchangeFormat format, List<Line> lines) throws IOException {
        Path file = folder.resolve("a." + format.ending());
        try (OutputStream out = Files.newOutputStream(file)) {
            LineWriter writer = format.open(out, "台账");
            for (Line line : lines) {
                writer.write(line);
            }
            writer.finish();
        }
        return file;
    }

    private static List<SheetRow> read(Path file, SheetFile.Kind kind) throws IOException {
        List<SheetRow> all = new ArrayList<>();
        try (SheetRows rows = SheetFile.open(file, kind, new SheetLimits(10_000, 1_000_000, 100_000_000))) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
