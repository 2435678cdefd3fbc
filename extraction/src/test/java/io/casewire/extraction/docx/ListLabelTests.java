package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.item;
import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Notice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListLabelTests {
    @TempDir
    Path folder;

    private static String level(int level, String format, String text, String more) {
        return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s<w:lvlText w:val=\"%s\"/></w:lvl>"
                .formatted(level, format, more, text);
    }

    private static String level(int level, String format, String text) {
        return level(level, format, text, "");
    }

    private static String list(int id, String levels) {
        return "<w:abstractNum w:abstractNumId=\"%d\">%s</w:abstractNum>".formatted(id, levels);
    }

    private static String num(int id, int list, String overrides) {
        return "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>%s</w:num>".formatted(id, list, overrides);
    }

    private List<String> lines(String numbering, String... paragraphs) {
        return TestDocx.of(String.join("", paragraphs)).numbering(numbering).lines(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "chineseCounting, %1、, 一、甲, 二、乙",
        "chineseCountingThousand, （%1）, （一）甲, （二）乙",
        "ideographDigital, 第%1条, 第一条 甲, 第二条 乙",
        "ideographTraditional, %1．, 甲．甲, 乙．乙",
        "decimal, %1., 1. 甲, 2. 乙",
        "decimalEnclosedCircle, %1, ① 甲, ② 乙",
        "decimalFullWidth, %1．, １．甲, ２．乙",
        "upperRoman, %1, I 甲, II 乙",
        "lowerLetter, %1), a) 甲, b) 乙",
        "none, 附：, 附：甲, 附：乙",
    })
    void labelsArePrintedInTheFormatOfTheirLevel(String format, String text, String first, String second) {
        assertThat(lines(list(0, level(0, format, text)) + num(1, 0, ""), item(1, 0, "甲"), item(1, 0, "乙")))
                .containsExactly(first, second);
    }

    @Test
    void aLabelTakesInTheNumbersAboveItAsLegalOnesInArabic() {
        String levels = level(0, "chineseCountingThousand", "第%1章", "<w:suff w:val=\"space\"/>")
                + level(1, "decimal", "%1.%2", "<w:isLgl/>")
                + level(2, "decimal", "%1.%2.%3");

        assertThat(lines(list(0, levels) + num(1, 0, ""), item(1, 0, "总则"), item(1, 1, "目标"), item(1, 2, "指标")))
                .containsExactly("第一章 总则", "1.1 目标", "一.1.1 指标");
    }

    @Test
    void aLevelThatNeverRestartsGoesOn() {
        String levels = level(0, "chineseCountingThousand", "第%1章")
                + level(1, "chineseCountingThousand", "第%2条", "<w:lvlRestart w:val=\"0\"/>");

        assertThat(lines(
                        list(0, levels) + num(1, 0, ""),
                        item(1, 0, "甲"),
                        item(1, 1, "乙"),
                        item(1, 0, "丙"),
                        item(1, 1, "丁")))
                .containsExactly("第一章 甲", "第一条 乙", "第二章 丙", "第二条 丁");
    }

    @Test
    void aListMayRedefineALevelOrBeginAnew() {
        String numbering = list(0, level(0, "decimal", "%1."))
                + num(1, 0, "")
                + num(2, 0, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "chineseCounting", "（%1）") + "</w:lvlOverride>")
                + num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>");

        assertThat(lines(numbering, item(1, 0, "甲"), item(2, 0, "乙"), item(3, 0, "丙"), item(1, 0, "丁")))
                .containsExactly("1. 甲", "（二）乙", "7. 丙", "8. 丁");
    }

    @Test
    void aStyleBringsItsListAndItsLevelByTheLinkOfTheList() {
        String numbering = list(
                        0,
                        level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"A\"/>")
                                + level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"B\"/>"))
                + num(1, 0, "");
        String styles = """
                <w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/>
                  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="B"><w:name w:val="二级"/>
                  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="C"><w:name w:val="三级"/><w:basedOn w:val="B"/></w:style>
                """;
        TestDocx docx = TestDocx.of(p("<w:pStyle w:val=\"A\"/>", "总体要求")
                        + p("<w:pStyle w:val=\"B\"/>", "指导思想")
                        + p("<w:pStyle w:val=\"C\"/>", "基本原则")
                        + p("<w:pStyle w:val=\"B\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "不编号"))
                .numbering(numbering)
                .styles(styles);

        assertThat(docx.lines(folder)).containsExactly("一、总体要求", "（一）指导思想", "（二）基本原则", "不编号");
    }

    @Test
    void aListMayBeLinkedToByTheStyleOfAnother() {
        String numbering = list(0, level(0, "chineseCounting", "%1、") + "<w:styleLink w:val=\"L\"/>")
                + list(1, "<w:numStyleLink w:val=\"L\"/>")
                + num(1, 0, "")
                + num(2, 1, "");
        String styles = """
                <w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                """;

        assertThat(TestDocx.of(item(2, 0, "甲") + item(1, 0, "乙"))
                        .numbering(numbering)
                        .styles(styles)
                        .lines(folder))
                .containsExactly("一、甲", "二、乙");
    }

    @Test
    void aCellThatHoldsNothingButItsNumberShowsIt() {
        String row = "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>";
        String number = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>";

        assertThat(lines(
                        list(0, level(0, "decimal", "%1")) + num(1, 0, ""),
                        "<w:tbl>" + row.formatted(number, p("甲")) + row.formatted(number, p("乙")) + "</w:tbl>"))
                .containsExactly("|1|甲|", "|2|乙|");
    }

    @Test
    void bulletsAreShownAsTheirFontDrawsThem() {
        String wingdings = "<w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr>";
        String numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
                + "<w:lvlText w:val=\"&#xF06E;\"/>" + wingdings + "</w:lvl></w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
                + "<w:lvlText w:val=\"l\"/>" + wingdings + "</w:lvl></w:abstractNum>"
                + num(1, 0, "")
                + num(2, 1, "");

        assertThat(lines(numbering, item(1, 0, "甲"), item(2, 0, "乙"))).containsExactly("■ 甲", "● 乙");
    }

    @Test
    void formatsOfNewerWritersAreTaken() {
        String levels = """
                <w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">
                <w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>
                <mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>
                """;

        assertThat(lines(list(0, levels) + num(1, 0, ""), item(1, 0, "甲"))).containsExactly("001 甲");
    }

    @Test
    void aFormatThatIsNotKnownIsPrintedInArabicAndReported() {
        TestDocx docx = TestDocx.of(item(1, 0, "甲")).numbering(list(0, level(0, "hebrew1", "%1.")) + num(1, 0, ""));

        assertThat(docx.lines(folder)).containsExactly("1. 甲");
        assertThat(docx.read(folder).notices()).extracting(Notice::code).containsExactly("LIST_FORMAT_UNKNOWN");
    }

    @Test
    void aLabelThatIsHiddenIsNotPrinted() {
        String levels = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
                + "<w:lvlText w:val=\"%1.\"/><w:rPr><w:vanish/></w:rPr></w:lvl>";

        assertThat(lines(list(0, levels) + num(1, 0, ""), item(1, 0, "甲"))).containsExactly("甲");
    }

    @Test
    void aListThatIsNotDefinedHasNoLabels() {
        assertThat(lines(list(0, ""), item(9, 0, "甲"))).containsExactly("甲");
    }
}
