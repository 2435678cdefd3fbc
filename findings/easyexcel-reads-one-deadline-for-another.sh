#!/usr/bin/env bash
# EasyExcel 4.0.3 (Maven), the usual reader of ledgers: two columns with the same last heading under different merged heads, here 完成时限 under 省级任务
# and under 市级任务. A class that names both levels ({"省级任务","完成时限"}) is written rightly by the library; read, only the last level
# counts: the first field stays empty and the second gets the first column's deadline. The city's deadline in the file is lost and the
# province's stands in its place, with no error. With index = n the same file is read rightly. What follows: give columns by index, or
# read rows as maps of column numbers and join the head's levels oneself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.alibaba</groupId><artifactId>easyexcel</artifactId><version>4.0.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.annotation.ExcelProperty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

public class Look {
    public static class Named {
        @ExcelProperty({"省级任务", "完成时限"})
        private String province;
        @ExcelProperty({"市级任务", "完成时限"})
        private String city;

        public String getProvince() { return province; }
        public void setProvince(String province) { this.province = province; }
        public String getCity() { return city; }
        public void setCity(String city) { this.city = city; }
    }

    public static class Numbered {
        @ExcelProperty(index = 0)
        private String province;
        @ExcelProperty(index = 1)
        private String city;

        public String getProvince() { return province; }
        public void setProvince(String province) { this.province = province; }
        public String getCity() { return city; }
        public void setCity(String city) { this.city = city; }
    }

    static boolean changed;

    public static void main(String[] arguments) {
        Named row = new Named();
        row.setProvince("2023年6月底");
        row.setCity("2023年12月底");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EasyExcel.write(bytes, Named.class).sheet().doWrite(List.of(row));

        List<Map<Integer, String>> cells = EasyExcel.read(new ByteArrayInputStream(bytes.toByteArray())).headRowNumber(0).sheet().doReadSync();
        expect("written", cells.get(1) + " " + cells.get(2), "{0=完成时限, 1=完成时限} {0=2023年6月底, 1=2023年12月底}");
        List<Named> named = EasyExcel.read(new ByteArrayInputStream(bytes.toByteArray())).head(Named.class).sheet().doReadSync();
        expect("read by name", named.get(0).getProvince() + " | " + named.get(0).getCity(), "null | 2023年6月底");
        List<Numbered> numbered = EasyExcel.read(new ByteArrayInputStream(bytes.toByteArray())).head(Numbered.class).headRowNumber(2).sheet().doReadSync();
        expect("read by number", numbered.get(0).getProvince() + " | " + numbered.get(0).getCity(), "2023年6月底 | 2023年12月底");
        System.exit(changed ? 1 : 0);
    }

    static void expect(String what, String seen, String wanted) {
        System.out.printf("%s: %s%n", what, seen);
        if (!seen.equals(wanted)) {
            System.out.printf("CHANGED: expected %s%n", wanted);
            changed = true;
        }
    }
}
JAVA
ls lib/easyexcel*
java -Djava.awt.headless=true -cp "lib/*" Look.java 2>/dev/null
