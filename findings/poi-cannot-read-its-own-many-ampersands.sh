#!/usr/bin/env bash
# Apache POI 5.5.1 on JDK 25: a workbook with 100,001 times "&" in its texts, written by POI itself, cannot be read by POI: the JDK's XML
# parser counts every &amp; (and &lt;, &#10; …) of a part as one entity "[xml]" and stops at 100,000, a limit that was tightened for JDK 24
# and is meant against document types. One "&" in each row of a large list is enough, and POI names a parse error. Both limits
# (jdk.xml.maxGeneralEntitySizeLimit, jdk.xml.totalEntitySizeLimit) have to be lifted for the parser or the process; where document types
# are refused they guard nothing.
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
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

class Look {
    static byte[] workbook(int ampersands) throws Exception {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            Sheet sheet = workbook.createSheet();
            for (int i = 0; i < ampersands; i++) {
                sheet.createRow(i).createCell(0).setCellValue("第" + i + "项 A&B");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    static String read(byte[] bytes) throws Exception {
        int[] cells = {0};
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, org.xml.sax.Attributes attributes) {
                    cells[0] += name.equals("c") ? 1 : 0;
                }
            });
            try (InputStream sheet = new XSSFReader(opened).getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
            return cells[0] + " cells";
        } catch (org.xml.sax.SAXException e) {
            return "refused: " + e.getMessage();
        }
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("JDK " + Runtime.version());
        String few = read(workbook(100_000));
        String many = read(workbook(100_001));
        System.out.println("100,000 ampersands: " + few);
        System.out.println("100,001 ampersands: " + many);
        boolean lifted = System.getProperty("jdk.xml.maxGeneralEntitySizeLimit") != null;
        boolean asExpected = few.equals("100000 cells")
                && (lifted ? many.equals("100001 cells") : many.contains("maxGeneralEntitySizeLimit"));
        if (!asExpected) {
            System.out.println("CHANGED");
            System.exit(1);
        }
    }
}
JAVA
ls lib | grep -E '^poi'
java -cp "lib/*" Look.java 2>/dev/null
echo "with both limits lifted:"
java -Djdk.xml.maxGeneralEntitySizeLimit=0 -Djdk.xml.totalEntitySizeLimit=0 -cp "lib/*" Look.java 2>/dev/null
