package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackedChangesTests {
    @TempDir
    Path folder;

    private static final String LIST = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
            <w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """;

    private static final String NUMBERED = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";

    private List<String> lines(String body) {
        return TestDocx.of(body).numbering(LIST).lines(folder);
    }

    private static String t(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    private static String deleted(String text) {
        return "<w:del w:id=\"1\"><w:r><w:delText>" + text + "</w:delText></w:r></w:del>";
    }

    @Test
    void whatIsInsertedStaysAndWhatIsDeletedGoes() {
        assertThat(lines("<w:p>" + t("于") + deleted("2024") + "<w:ins w:id=\"2\">" + t("2025") + "</w:ins>" + t("年")
                        + "</w:p>"))
                .containsExactly("于2025年");
    }

    @Test
    void aDeletionInsideAnInsertionGoesToo() {
        assertThat(lines("<w:p><w:ins w:id=\"2\">" + t("甲") + deleted("乙") + "</w:ins></w:p>"))
                .containsExactly("甲");
    }

    @Test
    void whatWasMovedStandsOnceWhereItWasMovedTo() {
        assertThat(lines("<w:moveFrom w:id=\"1\">" + p("甲") + "</w:moveFrom><w:p><w:moveFrom w:id=\"2\">" + t("乙")
                        + "</w:moveFrom>" + t("丙") + "</w:p><w:p><w:moveTo w:id=\"3\">" + t("乙") + "</w:moveTo></w:p>"
                        + "<w:moveTo w:id=\"4\">" + p("甲") + "</w:moveTo>"))
                .containsExactly("丙", "乙", "甲");
    }

    @Test
    void aParagraphWhoseEndIsDeletedGoesOnInTheNext() {
        assertThat(lines("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + t("前半，") + "</w:p>" + p("后半。")))
                .containsExactly("前半，后半。");
    }

    @Test
    void aDeletedParagraphIsNotCounted() {
        assertThat(lines(p(NUMBERED, "甲") + "<w:p><w:pPr>" + NUMBERED + "<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
                        + deleted("乙") + "</w:p>" + p(NUMBERED, "丙")))
                .containsExactly("1. 甲", "2. 丙");
    }

    @Test
    void aParagraphWhoseEndIsHiddenRunsOnWithItsNumber() {
        assertThat(lines("<w:p><w:pPr>" + NUMBERED + "<w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>" + t("小标题。")
                        + "</w:p>" + p("正文。") + p(NUMBERED, "乙")))
                .containsExactly("1. 小标题。正文。", "2. 乙");
    }

    @Test
    void whatIsLeftOfALastParagraphIsKept() {
        assertThat(lines("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + t("末段") + "</w:p>"))
                .containsExactly("末段");
    }

    @Test
    void deletedRowsAndCellsGo() {
        String cell = "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>";
        String row = "<w:tr><w:trPr>%s</w:trPr>%s</w:tr>";
        String body = "<w:tbl>"
                + row.formatted(
                        "",
                        cell.formatted("", p("甲"))
                                + cell.formatted("<w:cellDel w:id=\"1\"/>", p("乙"))
                                + cell.formatted("", p("丙")))
                + row.formatted("<w:del w:id=\"2\"/>", cell.formatted("", p("丁")) + cell.formatted("", p("戊")))
                + row.formatted("<w:ins w:id=\"3\"/>", cell.formatted("", p("己")) + cell.formatted("", p("庚")))
                + "</w:tbl>";

        assertThat(lines(body)).containsExactly("|甲|丙|", "|己|庚|");
    }
}
