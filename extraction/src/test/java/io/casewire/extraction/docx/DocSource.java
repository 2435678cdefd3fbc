package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.item;
import static io.casewire.extraction.docx.TestDocx.p;

import java.nio.file.Path;

/** Invented documents of which LibreOffice makes the doc files that tests read: {@code kinds.doc}, {@code lists.doc}. */
public final class DocSource {
    private DocSource() {}

    private static String r(String content) {
        return "<w:r>" + content + "</w:r>";
    }

    private static String t(String text) {
        return r("<w:t xml:space=\"preserve\">" + text + "</w:t>");
    }

    private static String field(String instruction, String result) {
        return r("<w:fldChar w:fldCharType=\"begin\"/>")
                + r("<w:instrText xml:space=\"preserve\">" + instruction + "</w:instrText>")
                + r("<w:fldChar w:fldCharType=\"separate\"/>")
                + result
                + r("<w:fldChar w:fldCharType=\"end\"/>");
    }

    private static String cell(int width, String properties, String content) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + properties + "</w:tcPr>" + content
                + "</w:tc>";
    }

    private static final String TABLE =
            "<w:tbl><w:tblPr><w:tblW w:w=\"6000\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>"
                    + "<w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
                    + "<w:tr>" + cell(4000, "<w:gridSpan w:val=\"2\"/>", p("指标"))
                    + cell(2000, "<w:vMerge w:val=\"restart\"/>", p("备注"))
                    + "</w:tr><w:tr>" + cell(2000, "", p("甲") + p("乙")) + cell(2000, "", p("5项"))
                    + cell(2000, "<w:vMerge/>", p("")) + "</w:tr></w:tbl>";

    private static String box(String content) {
        return "<w:pict><v:shape type=\"#_x0000_t202\" style=\"position:absolute;width:200pt;height:40pt\">"
                + "<v:textbox><w:txbxContent>" + content + "</w:txbxContent></v:textbox></v:shape></w:pict>";
    }

    private static String group(String... boxes) {
        StringBuilder group = new StringBuilder(
                "<w:pict><v:group style=\"position:absolute;width:200pt;height:80pt\" coordsize=\"200,80\">");
        for (int i = 0; i < boxes.length; i++) {
            group.append("<v:rect style=\"position:absolute;left:" + 100 * i
                            + ";top:0;width:90;height:40\"><v:textbox><w:txbxContent>")
                    .append(boxes[i])
                    .append("</w:txbxContent></v:textbox></v:rect>");
        }
        return group.append("</v:group></w:pict>").toString();
    }

    private static final String NESTED = "<w:tbl><w:tblPr><w:tblW w:w=\"6000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>"
            + "<w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr>"
            + cell(
                    4000,
                    "",
                    p("外")
                            + "<w:tbl><w:tblPr><w:tblW w:w=\"3000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1500\"/>"
                            + "<w:gridCol w:w=\"1500\"/></w:tblGrid><w:tr>" + cell(1500, "", p("内一"))
                            + cell(1500, "", p("内二"))
                            + "</w:tr></w:tbl>" + p(""))
            + cell(2000, "", p("右")) + "</w:tr></w:tbl>";

    private static final String CHECKED = r(
                    "<w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"c\"/><w:enabled/>"
                            + "<w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar>")
            + r("<w:instrText xml:space=\"preserve\"> FORMCHECKBOX </w:instrText>")
            + r("<w:fldChar w:fldCharType=\"separate\"/>")
            + r("<w:fldChar w:fldCharType=\"end\"/>");

    /** One paragraph or table of each kind. */
    public static Path kinds(Path folder) {
        String body = "<w:p>" + r(box(p("某市人民政府文件"))) + t("关于印发样例方案的通知") + "</w:p>"
                + p("<w:pStyle w:val=\"Heading1\"/>", "总体要求")
                + "<w:p>" + t("见") + field(" HYPERLINK \"https://example.org/a\" ", t("附件")) + t("。") + "</w:p>"
                + "<w:p>" + t("于") + "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>2024</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\" w:author=\"a\">" + t("2025") + "</w:ins>" + t("年完成") + "</w:p>"
                + "<w:p>" + t("在")
                + r("<w:ruby><w:rubyPr><w:rubyAlign w:val=\"center\"/><w:hps w:val=\"10\"/>"
                        + "<w:hpsRaise w:val=\"18\"/><w:hpsBaseText w:val=\"21\"/><w:lid w:val=\"zh-CN\"/></w:rubyPr><w:rt>"
                        + t("mo")
                        + "</w:rt><w:rubyBase>" + t("鄚") + "</w:rubyBase></w:ruby>")
                + t("州镇试点") + "</w:p>"
                + "<w:p>" + t("显示") + r("<w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t>") + t("完") + "</w:p>"
                + "<w:p>" + r("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>") + t("已完成") + "</w:p>"
                + "<w:p>" + t("2023") + r("<w:noBreakHyphen/>") + t("2025年") + r("<w:br/>") + t("换行") + "</w:p>"
                + "<w:p>" + t("共10") + r("<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>4</w:t>") + t("吨")
                + "</w:p>"
                + "<w:p>" + CHECKED + t("是") + "</w:p>"
                + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"a\"/></w:rPr></w:pPr>" + t("前半，") + "</w:p>"
                + p("后半。")
                + "<w:p>" + t("增长12%") + r("<w:footnoteReference w:id=\"2\"/>") + t("以上") + "</w:p>"
                + "<w:p>" + t("图") + r(group(p("甲框"), p("乙框"))) + "</w:p>"
                + TABLE + p("表后") + NESTED + p("末段");
        return TestDocx.of(body)
                .footnotes("<w:footnote w:id=\"2\">" + p("注文") + "</w:footnote>")
                .styles("<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
                        + "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>")
                .write(folder);
    }

    /** Three levels of a list, and another that goes on with its numbers from the seventh. */
    public static Path lists(Path folder) {
        String level = "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:suff w:val=\"nothing\"/>"
                + "<w:lvlText w:val=\"%s\"/></w:lvl>";
        return TestDocx.of(item(1, 0, "总体要求")
                        + item(1, 1, "指导思想")
                        + item(1, 1, "基本原则")
                        + item(1, 2, "坚持创新")
                        + item(1, 0, "主要任务")
                        + item(1, 1, "通关便利")
                        + item(2, 0, "保障措施"))
                .numbering("<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>"
                        + level.formatted(0, "chineseCountingThousand", "%1、")
                        + level.formatted(1, "chineseCountingThousand", "（%2）")
                        + level.formatted(2, "decimal", "%1.%3.")
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                        + "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>")
                .write(folder);
    }
}
