#!/usr/bin/env bash
# Apache POI 5.5.1, DataFormatter in Chinese, on formats that a Chinese Excel or WPS gives to days: built-in 31 (2023年11月14日) and 27 come
# out as "reserved-45244x1F" and "reserved-45244x1B", for 57 and 58 there is no code at all, the spelt-out yyyy"年"m"月"d"日" keeps its
# quotation marks, and [DBNum1] before it ends in an exception; 0!.0,"万" of 123456 shows 123456 for 12.3万. Whoever needs what the cell
# shows has to write the day from the number by the code or the id.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
    <dependencies>
        <dependency><groupId>org.apache.poi</groupId><artifactId>poi</artifactId><version>5.5.1</version></dependency>
    </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

class Look {
    static String shown(double value, int id, String code) {
        try {
            return new DataFormatter(Locale.SIMPLIFIED_CHINESE).formatRawCellContents(value, id, code);
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    public static void main(String[] arguments) {
        List<String> seen = new ArrayList<>();
        for (int id : new int[] {27, 31}) {
            seen.add(id + " " + shown(45244, id, BuiltinFormats.getBuiltinFormat(id)));
        }
        seen.add("57 " + BuiltinFormats.getBuiltinFormat(57));
        for (String code : new String[] {
            "yyyy\"年\"m\"月\"d\"日\"", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "[DBNum1][$-804]General"
        }) {
            seen.add(code + " " + shown(45244, 200, code));
        }
        seen.add("0!.0,\"万\" " + shown(123456, 200, "0!.0,\"万\""));
        seen.forEach(System.out::println);
        List<String> expected = List.of(
                "27 reserved-45244x1B",
                "31 reserved-45244x1F",
                "57 null",
                "yyyy\"年\"m\"月\"d\"日\" 2023\"年\"11\"月\"14\"日\"",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\" IllegalArgumentException",
                "[DBNum1][$-804]General 45244.0",
                "0!.0,\"万\" 123456");
        if (!seen.equals(expected)) {
            System.out.println("CHANGED: expected " + expected);
            System.exit(1);
        }
    }
}
JAVA
ls lib | grep -E '^poi'
java -cp "lib/*" Look.java 2>/dev/null
