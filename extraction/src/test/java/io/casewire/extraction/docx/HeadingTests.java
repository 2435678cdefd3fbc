package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block.Paragraph;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingTests {
    @TempDir
    Path folder;

    private static final String STYLES = """
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
            <w:style w:type="paragraph" w:styleId="x"><w:name w:val="条款"/><w:basedOn w:val="1"/></w:style>
            <w:style w:type="paragraph" w:styleId="y"><w:name w:val="二级"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="z"><w:name w:val="正文样"/><w:basedOn w:val="y"/>
              <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>
            <w:style w:type="paragraph" w:styleId="zh"><w:name w:val="标题 3"/></w:style>
            <w:style w:type="character" w:styleId="c"><w:name w:val="heading 4"/></w:style>
            """;

    private List<Integer> levels(String... properties) {
        StringBuilder body = new StringBuilder();
        for (String property : properties) {
            body.append(p(property, "甲"));
        }
        return TestDocx.of(body.toString()).styles(STYLES).read(folder).blocks().stream()
                .map(block -> ((Paragraph) block).headingLevel())
                .toList();
    }

    private static String style(String id) {
        return "<w:pStyle w:val=\"" + id + "\"/>";
    }

    @Test
    void builtInHeadingsAreKnownByTheirNames() {
        assertThat(levels(style("1"), style("x"), style("zh"), style("a"))).containsExactly(1, 1, 3, 0);
    }

    @Test
    void outlineLevelsComeFromTheStyleOrTheStyleItIsBasedOn() {
        assertThat(levels(style("y"), style("z"))).containsExactly(2, 0);
    }

    @Test
    void theParagraphItselfHasTheLastWord() {
        assertThat(levels(
                        "<w:outlineLvl w:val=\"2\"/>",
                        style("1") + "<w:outlineLvl w:val=\"9\"/>",
                        style("1") + "<w:outlineLvl w:val=\"7\"/>"))
                .containsExactly(3, 0, 6);
    }

    @Test
    void whatItWasBeforeATrackedChangeIsNotLookedAt() {
        assertThat(levels("<w:pPrChange w:id=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"))
                .containsExactly(0);
    }

    @Test
    void stylesThatAreBasedOnThemselvesOrMissingSayNothing() {
        assertThat(levels(style("loop"), style("nowhere"), style("c"))).containsExactly(0, 0, 0);
    }
}
