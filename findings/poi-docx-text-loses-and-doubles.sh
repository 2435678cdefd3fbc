#!/usr/bin/env bash
# Apache POI 5.5.1 (XWPF): the text of a docx is not what is printed. Moved text comes twice, a row that is deleted with tracking is still there, a row
# inside a content control (as forms and templates have them) is missing, and so are words whose field stands in a link; the paragraphs of a
# cell are parted by tabs as cells are. Who takes units, dates or table rows out of such text takes wrong ones. What follows: walk the
# markup (docs/decisions/0120).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

class Look {
    static boolean changed;

    public static void main(String[] arguments) throws Exception {
        look("moved text", "<w:p><w:moveFrom w:id='1'>" + r("甲") + "</w:moveFrom>" + r("乙") + "</w:p><w:p><w:moveTo w:id='2'>" + r("甲")
                + "</w:moveTo></w:p>", "乙|甲", "甲乙|甲");
        look("deleted row", table(row("", tc(p("甲"))) + row("<w:trPr><w:del w:id='1'/></w:trPr>", tc(p("乙")))), "甲", "甲|乙");
        look("row in a control", table(row("", tc(p("甲"))) + "<w:sdt><w:sdtContent>" + row("", tc(p("乙"))) + "</w:sdtContent></w:sdt>"),
                "甲|乙", "甲");
        look("field in a link", "<w:p>" + r("见") + "<w:hyperlink w:anchor='a'><w:fldSimple w:instr='REF a'>" + r("附件") + "</w:fldSimple></w:hyperlink></w:p>",
                "见附件", "见");
        look("paragraphs of a cell", table(row("", tc(p("市商务局") + p("市税务局")))), "市商务局|市税务局", "市商务局\t市税务局");
        System.exit(changed ? 1 : 0);
    }

    static String r(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String tc(String content) {
        return "<w:tc>" + content + "</w:tc>";
    }

    static String row(String properties, String cells) {
        return "<w:tr>" + properties + cells + "</w:tr>";
    }

    static String table(String rows) {
        return "<w:tbl>" + rows + "</w:tbl>";
    }

    static void look(String what, String body, String printed, String wanted) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/word/document.xml' ContentType="
                    + "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a'"
                    + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                    + " Target='word/document.xml'/></Relationships>");
            part(zip, "word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                    + body + "</w:body></w:document>");
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            String seen = extractor.getText().strip().replaceAll("\\s*\n\\s*", "|");
            System.out.printf("%s: printed %s, text %s%n", what, printed, seen);
            if (!seen.equals(wanted)) {
                System.out.printf("CHANGED: expected %s%n", wanted);
                changed = true;
            }
        }
    }

    static void part(ZipOutputStream zip, String name, String content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
JAVA
ls lib | grep '^poi'
java -cp "lib/*" Look.java 2>/dev/null
