package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextBoxTests {
    @TempDir
    Path folder;

    private static final String HEAD = p("某市人民政府文件");

    private List<String> lines(String body) {
        return TestDocx.of(body).lines(folder);
    }

    private static String drawn(String content) {
        return "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" + content
                + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>";
    }

    private static String vml(String content) {
        return "<w:pict><v:shape><v:textbox><w:txbxContent>" + content
                + "</w:txbxContent></v:textbox></v:shape></w:pict>";
    }

    @Test
    void aBoxInTwoFormsIsReadOnce() {
        assertThat(lines("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + drawn(HEAD)
                        + "</mc:Choice><mc:Fallback>" + vml(HEAD) + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
                        + p("正文")))
                .containsExactly("某市人民政府文件", "正文");
    }

    @Test
    void theFormToFallBackOnIsReadWhereTheOtherHoldsNoText() {
        assertThat(lines(
                        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wpx\"><w:drawing/></mc:Choice><mc:Fallback>"
                                + vml(HEAD) + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"))
                .containsExactly("某市人民政府文件");
    }

    @Test
    void boxesWithoutAlternativesAreParagraphsOfTheirOwn() {
        assertThat(lines("<w:p><w:r>" + vml(HEAD)
                        + "</w:r><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r><w:r>"
                        + drawn(p("旁注") + p("再注")) + "</w:r></w:p>"))
                .containsExactly("某市人民政府文件", "甲", "乙", "旁注", "再注");
    }

    @Test
    void tablesInBoxesAreTables() {
        assertThat(lines("<w:p><w:r>"
                        + drawn("<w:tbl><w:tr><w:tc>" + p("甲") + "</w:tc><w:tc>" + p("乙") + "</w:tc></w:tr></w:tbl>"
                                + p(""))
                        + "</w:r></w:p>"))
                .containsExactly("|甲|乙|");
    }

    @Test
    void aBoxInACellStandsInTheCell() {
        assertThat(lines("<w:tbl><w:tr><w:tc><w:p><w:r>" + vml(p("内"))
                        + "</w:r><w:r><w:t>外</w:t></w:r></w:p></w:tc><w:tc>" + p("乙") + "</w:tc></w:tr></w:tbl>"))
                .containsExactly("|内\n外|乙|");
    }

    @Test
    void lettersMadeIntoShapesAreRead() {
        assertThat(lines("<w:p><w:r><w:pict><v:shape><v:textpath string=\"某市文件\"/></v:shape></w:pict></w:r></w:p>"
                        + "<w:p><w:r><w:drawing><a:txBody><a:p><a:r><a:t>流</a:t></a:r><a:r><a:t>程</a:t></a:r></a:p>"
                        + "<a:p><a:r><a:t>图</a:t></a:r></a:p></a:txBody></w:drawing></w:r></w:p>"))
                .containsExactly("某市文件", "流程", "图");
    }

    @Test
    void aFieldAroundABoxDoesNotHideIt() {
        assertThat(lines(
                        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SHAPE</w:instrText></w:r><w:r>"
                                + vml(HEAD) + "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"))
                .containsExactly("某市人民政府文件");
    }
}
