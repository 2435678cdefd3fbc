package io.casewire.extraction.xlsx;

import static io.casewire.extraction.xlsx.HandMade.row;
import static io.casewire.extraction.xlsx.HandMade.rows;
import static io.casewire.extraction.xlsx.HandMade.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Readers;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cells show, whatever program wrote them. */
class XlsxReaderTests {
    private static final String HEADER = row(1, text("A1", "序号") + text("B1", "时限"));

    @TempDir
    private Path folder;

    private List<String> second(HandMade made) throws IOException, Unextractable {
        return made.shown(folder).stream().skip(1).toList();
    }

    private static HandMade cells(String cells) {
        return rows(HEADER, row(2, cells));
    }

    @Test
    void builtInFormatsOfAChineseExcelAreDays() throws Exception {
        HandMade made = cells("<c r=\"A2\" s=\"1\"><v>45244</v></c><c r=\"B2\" s=\"2\"><v>45244</v></c>"
                        + "<c r=\"C2\" s=\"3\"><v>45244</v></c><c r=\"D2\" s=\"4\"><v>45244</v></c>")
                .builtIn(31, 57, 58, 14);

        assertThat(second(made)).containsExactly("2023年11月14日|2023年11月|11月14日|2023/11/14");
    }

    @Test
    void everyBuiltInFormatOfADayShowsOne() throws Exception {
        int[] ids = {14, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58};
        StringBuilder cells = new StringBuilder();
        for (int i = 1; i <= ids.length; i++) {
            cells.append("<c s=\"" + i + "\"><v>45244</v></c>");
        }

        assertThat(second(cells(cells.toString()).builtIn(ids)).getFirst().split("\\|", -1))
                .hasSize(ids.length)
                .allSatisfy(shown -> assertThat(shown).contains("11").doesNotContain("45244"));
    }

    @Test
    void aCodeOfTheWorkbookGoesBeforeABuiltInOneOfTheSameId() throws Exception {
        HandMade made = cells("<c r=\"A2\" s=\"1\"><v>45244.5</v></c>").formatsFrom(31, "yyyy-mm-dd;@");

        assertThat(second(made)).containsExactly("2023-11-14");
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws Exception {
        HandMade made =
                cells("<c r=\"A2\" s=\"1\"><v>43782</v></c>").builtIn(31).from1904();

        assertThat(second(made)).containsExactly("2023年11月14日");
    }

    @Test
    void aDayMayBeSpeltOut() throws Exception {
        HandMade made = cells("<c r=\"A2\" s=\"1\" t=\"d\"><v>2023-11-14T00:00:00</v></c>"
                        + "<c r=\"B2\" t=\"d\"><v>2023-11-14</v></c>")
                .builtIn(31);

        assertThat(second(made)).containsExactly("2023年11月14日|2023/11/14");
    }

    @Test
    void aWorkbookNeedsNoStyles() throws Exception {
        assertThat(second(cells("<c r=\"A2\" s=\"7\"><v>33.299999999999997</v></c>")))
                .containsExactly("33.3|");
    }

    @Test
    void aCellThatDoesNotSayWhereStandsBehindTheOneBefore() throws Exception {
        HandMade made = rows(
                "<row><c t=\"inlineStr\"><is><t>序号</t></is></c><c t=\"inlineStr\"><is><t>名称</t></is></c></row>",
                "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>甲</t></is></c></row>");

        assertThat(made.shown(folder)).containsExactly("序号|名称", "1|甲");
    }

    @Test
    void readingsAboveCharactersAreNoText() throws Exception {
        String phonetic = "<rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>";
        HandMade made = cells("<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>东京</t>" + phonetic
                        + "</is></c>")
                .strings("<si><t>横滨</t>" + phonetic + "</si>");

        assertThat(second(made)).containsExactly("横滨|东京");
    }

    @Test
    void runsOfOneTextAreJoined() throws Exception {
        HandMade made = cells("<c r=\"A2\" t=\"s\"><v>1</v></c>")
                .strings(
                        "<si><t>一</t></si><si><r><rPr><b/></rPr><t>成都</t></r><r><t xml:space=\"preserve\"> 海关</t></r></si>");

        assertThat(second(made)).containsExactly("成都 海关");
    }

    @Test
    void escapedCharactersAreRead() throws Exception {
        HandMade made = cells("<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"str\"><f>A1</f><v>甲_x000A_乙</v></c>")
                .strings("<si><t>丙_x4E00__x005F_x000D_ _x00</t></si>");

        assertThat(second(made)).containsExactly("丙一_x000D_ _x00|甲\n乙");
    }

    @Test
    void aFormulaShowsTheValueItHad() throws Exception {
        HandMade made = cells("<c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"str\"><f>A1</f><v>甲</v></c>"
                + "<c r=\"C2\" t=\"b\"><v>1</v></c>");

        assertThat(second(made)).containsExactly("2|甲|TRUE");
    }

    @Test
    void whatACellCannotShowIsLeftEmptyAndSaid() throws Exception {
        HandMade made =
                cells("<c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c><c r=\"C2\"><f>SUM(D:D)</f></c>"
                        + "<c r=\"D2\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>"
                        + text("E2", "=DISPIMG(\"ID_1\",1)") + text("F2", "甲"));

        assertThat(second(made)).containsExactly("1|||||甲");
        assertThat(made.read(folder).notices())
                .extracting(Notice::code, notice -> notice.place().text())
                .containsExactly(
                        tuple("ERROR_VALUE", "sheet 表1 row 2"),
                        tuple("FORMULA_WITHOUT_VALUE", "sheet 表1 row 2"),
                        tuple("PICTURE_IN_CELL", "sheet 表1 row 2"));
        assertThat(made.read(folder).notices().getLast().message()).endsWith(": 2");
    }

    @Test
    void percentagesAndChineseNumeralsAreAsShown() throws Exception {
        HandMade made = cells("<c r=\"A2\" s=\"1\"><v>12</v></c><c r=\"B2\" s=\"2\"><v>0.6</v></c>"
                        + "<c r=\"C2\" s=\"3\"><v>123456</v></c><c r=\"D2\" s=\"4\"><v>45244</v></c>")
                .formats("[DBNum1][$-804]General", "0%", "0!.0,\"万\"", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"");

        assertThat(second(made)).containsExactly("一十二|60%|12.3万|二〇二三年十一月十四日");
    }

    @Test
    void strictWorkbooksAreReadLikeOthers() throws Exception {
        HandMade made = cells("<c r=\"A2\" s=\"1\"><v>45244</v></c><c r=\"B2\" t=\"s\"><v>0</v></c>")
                .builtIn(31)
                .strings("<si><t>甲</t></si>")
                .strict();

        assertThat(made.shown(folder)).containsExactly("序号|时限", "2023年11月14日|甲");
    }

    @Test
    void hiddenRowsAndColumnsAreLeftOutAndSaid() throws Exception {
        HandMade made = HandMade.sheet("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>"
                + row(1, text("A1", "序号") + text("B1", "备注") + text("C1", "名称"))
                + "<row r=\"2\" hidden=\"1\">" + text("A2", "1") + text("C2", "旧") + "</row>"
                + row(3, text("A3", "2") + text("B3", "内部") + text("C3", "新"))
                + "</sheetData>");

        assertThat(made.shown(folder)).containsExactly("序号|名称", "2|新");
        assertThat(made.read(folder).notices())
                .extracting(Notice::code)
                .containsExactly("HIDDEN_ROWS", "HIDDEN_COLUMNS");
    }

    @Test
    void moreRowsOrCharactersThanTheLimitAreRefusedByItsName() throws Exception {
        Path file = cells(text("A2", "一二三四五六七八九十")).write(folder);
        ExtractionLimits few = new ExtractionLimits(1 << 20, 100, 10, 3, 1, 1_000);
        ExtractionLimits brief = new ExtractionLimits(1 << 20, 100, 10, 3, 10, 5);

        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> new XlsxReader().read(file, few))
                .withMessageContaining("more than 1 rows (max-blocks)")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DOCUMENT_TOO_LARGE))
                .satisfies(refused -> assertThat(refused.chinese()).contains("1 行"));
        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> new XlsxReader().read(file, brief))
                .withMessageContaining("more than 5 characters (max-characters)");
    }

    @Test
    void manyEntitiesInTextsAreNoAttack() throws Exception {
        String item = "甲&amp;乙&#x4E19;&lt;".repeat(100);
        HandMade made =
                cells("<c r=\"A2\" t=\"s\"><v>0</v></c>").strings(("<si><t>" + item + "</t></si>").repeat(3_000));

        Extraction read = (Extraction) Readers.read(made.write(folder), "a", folder, ExtractionLimits.DEFAULT);

        assertThat(HandMade.shown(read).getLast()).startsWith("甲&乙丙<甲").hasSize(500);
    }

    @Test
    void aSheetThatIsNoXmlIsDamaged() throws Exception {
        Path file = HandMade.sheet("<sheetData><row>").write(folder);

        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> new XlsxReader().read(file, ExtractionLimits.DEFAULT))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DAMAGED_FILE));
    }
}
