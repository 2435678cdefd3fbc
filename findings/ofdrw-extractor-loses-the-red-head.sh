#!/usr/bin/env bash
# ofdrw-reader 2.3.6: ContentExtractor gives the text objects of a page in the order of the file. What GB/T 33190 puts on the page by its
# template, in official documents the red head with the issuer, is missing; of a file with two documents (DocBody) the second is, and shapes
# without characters come as the placeholders ¤ that stand for them. A viewer shows all of it. Whoever tells a document by its issuer and
# title has to read templates as well and to put pages together by position.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
    <dependencies>
        <dependency><groupId>org.ofdrw</groupId><artifactId>ofdrw-reader</artifactId><version>2.3.6</version></dependency>
    </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

class Look {
    static String element(String name, String inside) {
        return "<ofd:" + name + " xmlns:ofd=\"http://www.ofdspec.org/2016\">" + inside + "</ofd:" + name + ">";
    }

    static String text(int id, int y, String text) {
        return "<ofd:TextObject ID=\"" + id + "\" Boundary=\"20 " + y + " 100 6\" Font=\"3\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\""
                + " DeltaX=\"g " + (text.length() - 1) + " 5\">" + text + "</ofd:TextCode></ofd:TextObject>";
    }

    static String page(String head, String objects) {
        return element("Page", head + "<ofd:Content><ofd:Layer ID=\"9\">" + objects + "</ofd:Layer></ofd:Content>");
    }

    static String body(String folder) {
        return "<ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo><ofd:DocRoot>"
                + folder + "/Document.xml</ofd:DocRoot></ofd:DocBody>";
    }

    static String document(String common) {
        return element("Document", "<ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
                + "</ofd:PhysicalBox></ofd:PageArea>" + common + "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\""
                + " BaseLoc=\"Page.xml\"/></ofd:Pages>");
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of("look.ofd");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            String[][] parts = {
                {"OFD.xml", element("OFD", body("Doc_0") + body("Doc_1")).replace("2016\">", "2016\" Version=\"1.0\" DocType=\"OFD\">")},
                {"Doc_0/Document.xml", document("<ofd:TemplatePage ID=\"5\" BaseLoc=\"Head.xml\"/>")},
                {"Doc_0/Head.xml", page("", text(11, 20, "样例省人民政府文件"))},
                {"Doc_0/Page.xml", page("<ofd:Template TemplateID=\"5\" ZOrder=\"Background\"/>",
                        text(12, 80, "第二行") + text(13, 60, "第一行") + text(14, 100, "¤¤¤"))},
                {"Doc_1/Document.xml", document("")},
                {"Doc_1/Page.xml", page("", text(15, 60, "第二份文件"))}
            };
            for (String[] part : parts) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        List<String> said;
        int pages;
        try (OFDReader reader = new OFDReader(file)) {
            pages = reader.getNumberOfPages();
            said = new ContentExtractor(reader).extractAll();
        }
        System.out.println("pages " + pages + ", text " + said);
        if (pages != 1 || !said.equals(List.of("第二行", "第一行", "¤¤¤"))) {
            System.out.println("CHANGED: expected one page with 第二行, 第一行 and the placeholders");
            System.exit(1);
        }
    }
}
JAVA
ls lib | grep ofdrw-reader
java -cp "lib/*" Look.java 2>/dev/null
