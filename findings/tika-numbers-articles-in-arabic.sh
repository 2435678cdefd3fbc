#!/usr/bin/env bash
# Apache Tika 3.2.3 (Maven): a docx list numbered 第一条, 第二条 … comes out of OOXMLParser as 第1条, 第2条, and where the list carries a startOverride, as Word
# writes it for a numbering that was restarted, every item is "1." and 第…条 is gone. Both readers, by model and by SAX, do so. A sentence
# 按第二条执行 then has no article it points to, citations of articles are not found, and numbers of tasks are all the same. What
# follows: resolve numbering.xml oneself (format, text, overrides) and leave the labels of the extractor out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.tika</groupId><artifactId>tika-core</artifactId><version>3.2.3</version></dependency>
    <dependency><groupId>org.apache.tika</groupId><artifactId>tika-parser-microsoft-module</artifactId><version>3.2.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.BodyContentHandler;

class Look {
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    static final String NAMESPACE = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    static boolean changed;

    public static void main(String[] arguments) throws Exception {
        for (boolean sax : new boolean[] {false, true}) {
            look("as the style has it", sax, "", "第1条 压减材料|第2条 容缺受理|按第二条执行");
            look("restarted at 1", sax, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>", "1. 压减材料|1. 容缺受理|按第二条执行");
        }
        System.exit(changed ? 1 : 0);
    }

    static void look(String what, boolean sax, String override, String wanted) throws Exception {
        OfficeParserConfig settings = new OfficeParserConfig();
        settings.setUseSAXDocxExtractor(sax);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, settings);
        BodyContentHandler text = new BodyContentHandler();
        try (TikaInputStream document = TikaInputStream.get(document(override))) {
            new OOXMLParser().parse(document, text, new Metadata(), context);
        }
        String seen = text.toString().strip().replaceAll("\\s*\n\\s*", "|");
        System.out.printf("%s, %s: printed 第一条 压减材料|第二条 容缺受理, text %s%n", what, sax ? "SAX" : "model", seen);
        if (!seen.equals(wanted)) {
            System.out.printf("CHANGED: expected %s%n", wanted);
            changed = true;
        }
    }

    static byte[] document(String override) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/word/document.xml' ContentType='" + WORD + "document.main+xml'/>"
                    + "<Override PartName='/word/numbering.xml' ContentType='" + WORD + "numbering+xml'/></Types>");
            part(zip, "_rels/.rels", relation("officeDocument", "word/document.xml"));
            part(zip, "word/_rels/document.xml.rels", relation("numbering", "numbering.xml"));
            part(zip, "word/numbering.xml", "<w:numbering" + NAMESPACE + "><w:abstractNum w:abstractNumId='0'><w:multiLevelType w:val='singleLevel'/>"
                    + "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='第%1条'/><w:lvlJc w:val='left'/>"
                    + "</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/>" + override + "</w:num></w:numbering>");
            part(zip, "word/document.xml", "<w:document" + NAMESPACE + "><w:body>" + article("压减材料") + article("容缺受理")
                    + "<w:p><w:r><w:t>按第二条执行</w:t></w:r></w:p></w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    static String article(String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static String relation(String type, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='" + RELATIONS + type
                + "' Target='" + target + "'/></Relationships>";
    }

    static void part(ZipOutputStream zip, String name, String content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
JAVA
ls lib/tika*
java -cp "lib/*" Look.java 2>/dev/null
