package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block;
import io.casewire.extraction.Notice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphTextTests {
    @TempDir
    Path folder;

    private static String r(String content) {
        return "<w:r>" + content + "</w:r>";
    }

    private static String t(String text) {
        return r("<w:t xml:space=\"preserve\">" + text + "</w:t>");
    }

    private String text(String runs) {
        return TestDocx.of("<w:p>" + runs + "</w:p>").lines(folder).stream().reduce("", String::concat);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:hyperlink>%s</w:hyperlink>",
                "<w:bdo w:val='ltr'>%s</w:bdo>",
                "<w:dir w:val='ltr'>%s</w:dir>",
                "<w:smartTag>%s</w:smartTag>",
                "<w:customXml>%s</w:customXml>",
                "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>",
                "<w:sdt><w:sdtContent><w:ins w:id='1'>%s</w:ins></w:sdtContent></w:sdt>",
                "<w:sdt><w:sdtContent><w:hyperlink>%s</w:hyperlink></w:sdtContent></w:sdt>",
                "<w:fldSimple w:instr='REF a'>%s</w:fldSimple>",
                "<w:hyperlink><w:fldSimple w:instr='REF a'>%s</w:fldSimple></w:hyperlink>",
                "<w:fldSimple w:instr='REF a'><w:hyperlink>%s</w:hyperlink></w:fldSimple>",
                "<w:ins w:id='1'>%s</w:ins>",
                "<w:moveTo w:id='1'>%s</w:moveTo>",
                "<mc:AlternateContent><mc:Choice Requires='w14'>%s</mc:Choice><mc:Fallback>%s</mc:Fallback></mc:AlternateContent>",
            })
    void whatGoesAroundTextLosesNoneOfIt(String around) {
        assertThat(text(t("甲") + around.replace("%s", t("乙")) + t("丙"))).isEqualTo("甲乙丙");
    }

    @Test
    void controlCharactersOfTheLineArePrinted() {
        assertThat(text(r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>2023</w:t><w:noBreakHyphen/>"
                        + "<w:t>2025</w:t><w:softHyphen/><w:t>年</w:t>")))
                .isEqualTo("甲\t乙\n丙\n2023-2025年");
    }

    @Test
    void blanksAtTheEndsOfATextCountOnlyWhereItSaysSo() {
        assertThat(text(r("<w:t>\nA\nC </w:t>"))).isEqualTo("A C");
        assertThat(text(r("<w:t> A </w:t>") + r("<w:t xml:space=\"preserve\"> B</w:t>")))
                .isEqualTo("A B");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:vertAlign w:val='superscript'/>|4|10^4亩",
                "<w:position w:val='7'/><w:sz w:val='12'/>|4|10^4亩",
                "<w:position w:val='7'/><w:sz w:val='12'/>|-4|10^-4亩",
                // in type of the same size it is but lifted
                "<w:position w:val='7'/>|4|104亩",
                "<w:position w:val='7'/><w:sz w:val='20'/>|4|104亩",
                // lowered
                "<w:position w:val='-7'/><w:sz w:val='12'/>|4|104亩",
                "<w:position w:val='1'/><w:sz w:val='12'/>|4|104亩",
                "<w:vertAlign w:val='superscript'/>|①|10亩",
            })
    void figuresAboveTheLineArePowers(String properties, String raised, String printed) {
        assertThat(text(t("10") + r("<w:rPr>" + properties + "</w:rPr><w:t>" + raised + "</w:t>") + t("亩")))
                .isEqualTo(printed);
    }

    @Test
    void howSmallARaisedFigureIsTheCharactersBesideItSay() {
        String large = "<w:rPr><w:sz w:val='32'/></w:rPr>";
        String raised = "<w:rPr><w:position w:val='11'/><w:sz w:val='19'/></w:rPr>";

        assertThat(text(r(large + "<w:t>10</w:t>") + r(raised + "<w:t>4</w:t>") + r(large + "<w:t>亩</w:t>")))
                .isEqualTo("10^4亩");
        assertThat(text(t("样例") + r("<w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t>") + t("改革")))
                .isEqualTo("样例改革");
    }

    @Test
    void ofCharactersWithTheirPronunciationOnlyTheCharactersAreRead() {
        assertThat(text(t("在")
                        + r("<w:ruby><w:rubyPr/><w:rt>" + t("mò") + "</w:rt><w:rubyBase>" + t("鄚")
                                + "</w:rubyBase></w:ruby>")
                        + t("州镇")))
                .isEqualTo("在鄚州镇");
    }

    @Test
    void circledNumbersOfFieldsAreRead() {
        String instruction = r("<w:fldChar w:fldCharType=\"begin\"/>")
                + r("<w:instrText>eq \\o\\ac(○,</w:instrText>")
                + r("<w:instrText>3)</w:instrText>")
                + r("<w:fldChar w:fldCharType=\"end\"/>");

        assertThat(text(instruction + t("推进")) + text("<w:fldSimple w:instr=\"eq \\o\\ac(○,4)\"/>"))
                .isEqualTo("③推进④");
    }

    @Test
    void ofAFieldTheResultIsReadAndNotTheInstruction() {
        assertThat(text(r("<w:fldChar w:fldCharType=\"begin\"/>")
                        + r("<w:instrText> HYPERLINK \"https://example.org/\" </w:instrText>")
                        + r("<w:fldChar w:fldCharType=\"separate\"/>")
                        + t("附件1")
                        + r("<w:fldChar w:fldCharType=\"end\"/>")
                        + t("。")))
                .isEqualTo("附件1。");
    }

    @Test
    void formsShowTheirTicksAndChoices() {
        String field = r("<w:fldChar w:fldCharType=\"begin\"><w:ffData>%s</w:ffData></w:fldChar>")
                + r("<w:instrText> FORM </w:instrText>")
                + r("<w:fldChar w:fldCharType=\"end\"/>");

        assertThat(text(field.formatted("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>")
                        + t("是")
                        + field.formatted("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>")
                        + t("否")
                        + field.formatted("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"省级\"/>"
                                + "<w:listEntry w:val=\"市级\"/></w:ddList>")))
                .isEqualTo("☑是□否市级");
    }

    @Test
    void symbolsAreReadByTheirFont() {
        assertThat(
                        text(
                                r("<w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/>")
                                        + t("是")
                                        + r("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>")
                                        + t("否")
                                        + r("<w:sym w:font=\"Wingdings 2\" w:char=\"0052\"/>")
                                        + r(
                                                "<w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>&#xF081;</w:t>")))
                .isEqualTo("□是☑否☑①");
    }

    @Test
    void hiddenTextIsLeftOutAlsoWhereAStyleHidesIt() {
        String styles = """
                <w:style w:type="character" w:styleId="H"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>
                <w:style w:type="character" w:styleId="H2"><w:name w:val="藏2"/><w:basedOn w:val="H"/></w:style>
                <w:style w:type="paragraph" w:styleId="P"><w:name w:val="藏段"/><w:rPr><w:vanish/></w:rPr></w:style>
                """;
        TestDocx docx = TestDocx.of("<w:p>" + t("甲") + r("<w:rPr><w:vanish/></w:rPr><w:t>一</w:t>")
                        + r("<w:rPr><w:rStyle w:val=\"H2\"/></w:rPr><w:t>二</w:t>")
                        + r("<w:rPr><w:rStyle w:val=\"H\"/><w:vanish w:val=\"0\"/></w:rPr><w:t>乙</w:t>") + "</w:p>"
                        + "<w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>" + t("三")
                        + r("<w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>丙</w:t>") + "</w:p>")
                .styles(styles);

        assertThat(docx.lines(folder)).containsExactly("甲乙", "丙");
    }

    @Test
    void marksOfNotesLeaveNothingInTheSentence() {
        TestDocx docx = TestDocx.of("<w:p>" + t("增长12%") + r("<w:footnoteReference w:id=\"2\"/>")
                + r("<w:endnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>*</w:t>")
                + r("<w:commentReference w:id=\"0\"/>") + t("。") + "</w:p>");

        assertThat(docx.lines(folder)).containsExactly("增长12%。");
        assertThat(docx.read(folder).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("NOTE_LEFT_OUT");
            assertThat(notice.message()).endsWith(": 2");
        });
    }

    @Test
    void formulasAreReadOnOneLine() {
        String fraction = "<m:f><m:num>%s</m:num><m:den>%s</m:den></m:f>";
        String m = "<m:r><m:t>%s</m:t></m:r>";

        assertThat(text(t("税率") + "<m:oMath>" + m.formatted("x=")
                        + fraction.formatted(m.formatted("1"), m.formatted("3")) + "</m:oMath>"))
                .isEqualTo("税率x=1/3");
        assertThat(text("<m:oMathPara><m:oMath>" + fraction.formatted(m.formatted("a+b"), m.formatted("2"))
                        + "<m:sSup><m:e>" + m.formatted("10") + "</m:e><m:sup>" + m.formatted("4")
                        + "</m:sup></m:sSup><m:rad><m:deg/><m:e>" + m.formatted("2") + "</m:e></m:rad><m:d><m:e>"
                        + m.formatted("y") + "</m:e></m:d></m:oMath></m:oMathPara>"))
                .isEqualTo("(a+b)/210^4√2(y)");
    }

    @Test
    void aRaisedFigureDoesNotRunIntoTheNumberBeforeIt() {
        assertThat(text(t("10") + r("<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>8</w:t>") + t("吨")))
                .isEqualTo("10^8吨");
    }

    @Test
    void whatAControlAsksForIsNoContent() {
        assertThat(text(t("单位：") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + t("单击此处输入文字")
                        + "</w:sdtContent></w:sdt>"))
                .isEqualTo("单位：");
    }

    @Test
    void paragraphsAreCountedAndBlankOnesAreNot() {
        assertThat(TestDocx.of(p("甲") + p("") + p(" ") + p("乙")).read(folder).blocks())
                .extracting(Block::place)
                .extracting(Object::toString)
                .containsExactly("paragraph 1", "paragraph 2");
    }

    @Test
    void picturesAndEmbeddedFilesAreReported() {
        TestDocx docx = TestDocx.of("<w:p>" + t("甲") + r("<w:drawing><pic:pic/></w:drawing>")
                + r("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>") + "</w:p>");

        assertThat(docx.read(folder).notices())
                .extracting(Notice::code, Notice::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "PICTURE_NOT_READ", "Pictures, in which no text is looked for: 2"),
                        org.assertj.core.groups.Tuple.tuple("EMBEDDED_FILE_NOT_READ", "Files inside the document: 1"));
    }

    @Test
    void anyNumberOfAmpersandsIsRead() {
        assertThat(TestDocx.of(p("&amp;".repeat(1000)).repeat(101)).read(folder).blocks())
                .hasSize(101);
    }

    @Test
    void theStrictFormIsReadAsWell() {
        TestDocx docx = TestDocx.of(p("<w:pStyle w:val=\"1\"/>", "甲"))
                .styles("<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 2\"/></w:style>")
                .strict();

        assertThat(docx.read(folder).blocks())
                .singleElement()
                .extracting("headingLevel", "text")
                .containsExactly(2, "甲");
    }

    @ParameterizedTest
    @CsvSource({"<w:strike/>,甲丙", "<w:dstrike/>,甲丙", "<w:strike w:val='0'/>,甲乙丙"})
    void whatIsStruckOutIsToldAndNotRead(String property, String read) throws Exception {
        TestDocx docx =
                TestDocx.of("<w:p>" + t("甲") + r("<w:rPr>" + property + "</w:rPr><w:t>乙</w:t>") + t("丙") + "</w:p>");

        assertThat(docx.lines(folder)).containsExactly(read);
        assertThat(docx.read(folder).notices())
                .extracting(Notice::code)
                .isEqualTo(read.contains("乙") ? List.of() : List.of("STRUCK_OUT"));
    }
}
