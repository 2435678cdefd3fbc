package io.casewire.extraction.ofd;

import static io.casewire.extraction.ofd.OfdParts.content;
import static io.casewire.extraction.ofd.OfdParts.element;
import static io.casewire.extraction.ofd.OfdParts.grid;
import static io.casewire.extraction.ofd.OfdParts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block;
import io.casewire.extraction.Blocks;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

class OfdReaderTests {
    @TempDir
    private Path folder;

    @Test
    void placesSayTheOrderNotTheFile() throws IOException, Unextractable {
        Extraction extraction = new OfdParts()
                .page(text(20, 60, 5, "二、第二行") + text(60, 40, 5, "的右边") + text(20, 40, 5, "一、左边是它们"))
                .read(folder);

        assertThat(Blocks.lines(extraction)).containsExactly("一、左边是它们 的右边", "二、第二行");
    }

    @Test
    void anotherReaderTakesThemForOfdFilesToo() throws IOException {
        Path file = new OfdParts()
                .page(text(20, 60, 5, "二、第二行") + text(20, 40, 5, "一、第一行"))
                .page(text(20, 40, 5, "三、第三行"))
                .save(folder);

        try (OFDReader reader = new OFDReader(file)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            // in the order of the file
            assertThat(new ContentExtractor(reader).getPageContent(1)).containsExactly("二、第二行", "一、第一行");
        }
    }

    @Test
    void piecesOfALineAreOneLine() throws IOException, Unextractable {
        // writers part Latin words and bold runs
        String pieces = text(20, 40, 5, "支持")
                + text(30, 40, 5, "3 2.5", "RCE")
                + text(38, 40, 5, "P")
                + text(41, 40, 5, "成员国")
                + text(20, 60, 5, "g 3 2.8", "Free")
                + text(31.5, 60, 5, "1.5 2.8 2 2.8 2.8", " Trade")
                + text(20, 80, 5, "于2031年")
                + text(46.2, 80, 5, "12月底前");

        assertThat(Blocks.lines(new OfdParts().page(pieces).read(folder)))
                .containsExactly("支持RCEP成员国", "Free Trade", "于2031年12月底前");
    }

    @Test
    void stepsAreCountedInGroups() throws IOException, Unextractable {
        String object = "<ofd:TextObject ID=\"1\" Boundary=\"10 30 180 8\" Font=\"2\" Size=\"5\">"
                + "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g 2 5 2.5 g 3 2.5 5\">共计2031年</ofd:TextCode>"
                // one that says no place of its own baseline
                + "<ofd:TextCode X=\"40\" DeltaX=\"5\">完成</ofd:TextCode></ofd:TextObject>";

        assertThat(Blocks.lines(new OfdParts().page(object).read(folder))).containsExactly("共计2031年 完成");
    }

    @Test
    void aMatrixTurnsAndStretchesInsideTheBoundary() throws IOException, Unextractable {
        String stretched =
                "<ofd:TextObject ID=\"1\" Boundary=\"20 30 100 20\" CTM=\"5 0 0 5 10 2\" Font=\"2\" Size=\"1\">"
                        + "<ofd:TextCode X=\"0\" Y=\"1\" DeltaX=\"1 1\">放大的</ofd:TextCode></ofd:TextObject>";
        String turned = "<ofd:TextObject ID=\"1\" Boundary=\"%d 50 20 100\" CTM=\"0 1 -1 0 0 0\" Font=\"2\" Size=\"5\">"
                + "<ofd:TextCode X=\"0\" Y=\"0\" DeltaX=\"g 3 5\">%s</ofd:TextCode></ofd:TextObject>";
        Extraction extraction = new OfdParts()
                .page(stretched + text(45, 37, 5, "行"))
                .page(turned.formatted(80, "横页二行") + turned.formatted(100, "横页一行"))
                .read(folder);

        assertThat(Blocks.lines(extraction)).containsExactly("放大的行", "横页一行", "横页二行");
    }

    @Test
    void templatesStandBelowAndAboveThePage() throws IOException, Unextractable {
        Extraction extraction = new OfdParts()
                .common(
                        "<ofd:TemplatePage ID=\"5\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>"
                                + "<ofd:TemplatePage ID=\"6\" ZOrder=\"Foreground\" BaseLoc=\"/Doc_0/Tpls/Tpl_1/Content.xml\"/>")
                .part("Doc_0/Tpls/Tpl_0/Content.xml", content(text(20, 30, 8, "样例省人民政府文件")))
                .part("Doc_0/Tpls/Tpl_1/Content.xml", content(text(20, 200, 5, "抄送：省商务厅")))
                .wholePage(content(
                        "<ofd:Template TemplateID=\"5\"/><ofd:Template TemplateID=\"6\"/>", text(20, 100, 5, "正文在中间")))
                .read(folder);

        assertThat(Blocks.lines(extraction)).containsExactly("样例省人民政府文件", "正文在中间", "抄送：省商务厅");
    }

    @Test
    void compositeUnitsAreTakenApartWhereTheyStand() throws IOException, Unextractable {
        String composite = "<ofd:CompositeObject ID=\"1\" Boundary=\"%d %d 100 20\" ResourceID=\"%d\"/>";
        Extraction extraction = new OfdParts()
                .common("<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
                .part(
                        "Doc_0/DocumentRes.xml",
                        element(
                                "Res",
                                "BaseLoc=\"Res\"",
                                "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"7\" Width=\"100\" Height=\"20\">"
                                        + "<ofd:Content>" + text(0, 10, 5, "组合图元")
                                        + composite.formatted(30, 0, 8)
                                        + "</ofd:Content></ofd:CompositeGraphicUnit>"
                                        // one that holds itself
                                        + "<ofd:CompositeGraphicUnit ID=\"8\" Width=\"100\" Height=\"20\"><ofd:Content>"
                                        + composite.formatted(0, 200, 8) + text(0, 10, 5, "内层")
                                        + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"))
                .page(text(20, 30, 5, "上文") + composite.formatted(20, 50, 7) + text(20, 90, 5, "下文"))
                .read(folder);

        assertThat(Blocks.lines(extraction)).startsWith("上文", "组合图元 内层", "下文");
    }

    @Test
    void annotationsArePartOfThePageAndWatermarksAreNot() throws IOException, Unextractable {
        String annotation =
                "<ofd:Annot ID=\"%d\" Type=\"%s\"%s><ofd:Appearance Boundary=\"20 80 100 20\">%s</ofd:Appearance>"
                        + "</ofd:Annot>";
        Extraction extraction = new OfdParts()
                .after("<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>")
                .part(
                        "Doc_0/Annots/Annotations.xml",
                        element(
                                "Annotations",
                                "",
                                "<ofd:Page PageID=\"100\"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>"))
                .part(
                        "Doc_0/Annots/Page_0/Annotation.xml",
                        element(
                                "PageAnnot",
                                "",
                                annotation.formatted(1, "Stamp", "", text(0, 10, 5, "批注的文字"))
                                        + annotation.formatted(2, "Watermark", "", text(0, 10, 5, "水印"))
                                        + annotation.formatted(3, "Path", " Visible=\"false\"", text(0, 10, 5, "隐藏"))))
                .page(text(20, 60, 5, "正文"))
                .read(folder);

        assertThat(Blocks.lines(extraction)).containsExactly("正文", "批注的文字");
        assertThat(Blocks.notices(extraction)).containsExactly("WATERMARK");
    }

    @Test
    void everyDocumentOfTheFileIsRead() throws IOException, Unextractable {
        Extraction extraction = new OfdParts()
                .page(text(20, 60, 5, "第一份第一页"))
                .page(text(20, 60, 5, "第一份第二页"))
                .document()
                .page(text(20, 60, 5, "第二份"))
                .read(folder);

        assertThat(Blocks.lines(extraction)).containsExactly("第一份第一页", "第一份第二页", "第二份");
        assertThat(extraction.blocks().getLast().place().text()).isEqualTo("page 3");
    }

    @Test
    void shapesWithoutCharactersAreCountedAndNeverPublished() throws IOException, Unextractable {
        String shapes = "<ofd:TextObject ID=\"1\" Boundary=\"20 80 100 10\" Font=\"2\" Size=\"5\">"
                + "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"3\" GlyphCount=\"3\"><ofd:Glyphs>12 13 14</ofd:Glyphs>"
                + "</ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5 5\">¤¤¤</ofd:TextCode></ofd:TextObject>";
        // a subset font numbers its shapes and the characters are there all the same
        String subset = "<ofd:TextObject ID=\"1\" Boundary=\"20 100 100 10\" Font=\"2\" Size=\"5\">"
                + "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"2\" GlyphCount=\"2\"><ofd:Glyphs>3 4</ofd:Glyphs>"
                + "</ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5\">正文</ofd:TextCode></ofd:TextObject>";
        Extraction extraction = new OfdParts().page(shapes + subset).read(folder);

        assertThat(Blocks.lines(extraction)).containsExactly("正文");
        assertThat(extraction.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("UNREADABLE_GLYPHS");
            assertThat(notice.message()).startsWith("3 characters");
        });
    }

    @Test
    void aCharacterThatXmlCannotHoldIsWrittenInFourDigits() throws IOException, Unextractable {
        assertThat(Blocks.lines(new OfdParts()
                        .page(text(20, 60, 5, "g 7 5", "甲\\0020乙\\4E19"))
                        .read(folder)))
                .containsExactly("甲 乙丙");
    }

    @Test
    void textFromTopToBottomIsNamed() throws IOException, Unextractable {
        String down = "<ofd:TextObject ID=\"1\" Boundary=\"150 30 10 200\" Font=\"2\" Size=\"5\">"
                + "<ofd:TextCode X=\"0\" Y=\"5\" DeltaY=\"g 7 6\">竖排文字自上而下</ofd:TextCode></ofd:TextObject>";
        Extraction extraction = new OfdParts().page(down).read(folder);

        assertThat(extraction.blocks()).isEmpty();
        assertThat(Blocks.notices(extraction)).containsExactly("VERTICAL_TEXT");
    }

    @Test
    void pathsDrawTables() throws IOException, Unextractable {
        double[] xs = {20, 40, 90, 150};
        String page = grid(xs, new double[] {40, 50, 60})
                + text(92, 58, 4, "省商务厅")
                + text(42, 58, 4, "样例甲")
                + text(22, 58, 4, "1")
                + text(22, 48, 4, "序号")
                + text(42, 48, 4, "名称")
                + text(92, 48, 4, "单位");
        String overleaf =
                "<ofd:PathObject ID=\"1\" Boundary=\"20 40 130 10\" Fill=\"true\" Stroke=\"false\"><ofd:AbbreviatedData>"
                        + "M 0 0 L 130 0 L 130 0.2 L 0 0.2 C M 0 10 L 130 10 L 130 10.2 L 0 10.2 C</ofd:AbbreviatedData></ofd:PathObject>"
                        + grid(xs, new double[] {40, 50})
                        + text(22, 48, 4, "2")
                        + text(42, 48, 4, "样例乙")
                        + text(92, 48, 4, "省财政厅");
        Extraction extraction = new OfdParts().page(page).page(overleaf).read(folder);

        assertThat(Blocks.rows(extraction)).containsExactly("序号|名称|单位", "1|样例甲|省商务厅", "2|样例乙|省财政厅");
        assertThat(extraction.blocks().stream().filter(Block.Table.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aWriterMayLeaveTheNamespaceOut() throws IOException, Unextractable {
        OfdParts parts = new OfdParts();
        parts.wholePage(content(text(20, 60, 5, "正文")).replace("ofd:", "").replace("xmlns:ofd", "xmlns"));

        assertThat(Blocks.lines(parts.read(folder))).containsExactly("正文");
    }
}
