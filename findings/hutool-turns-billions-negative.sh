#!/usr/bin/env bash
# hutool 5.8.44 (Maven): NumberChineseFormatter.chineseToNumber counts in int. 一千二百亿 comes out as -259084288, a debt of 259 million, and 一万亿
# as 10000; no exception is raised, and the same class writes 120000000000 as 一千二百亿 rightly. From some two billion on, sums of provincial
# reports are wrong. 一百十五 is 105. Beside it DateUtil.parse takes 2023年2月30日 for 2 March. What follows: split at 亿 and 万, multiply the parts
# as BigDecimal, and parse dates with java.time in strict mode.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B dependency:copy -Dartifact=cn.hutool:hutool-core:5.8.44 -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import cn.hutool.core.convert.NumberChineseFormatter;
import cn.hutool.core.date.DateUtil;

class Look {
    static boolean changed;

    public static void main(String[] arguments) {
        number("三亿五千万", "350000000", "right");
        number("两千三百", "2300", "right");
        number("一千二百亿", "-259084288", "is 120000000000");
        number("一千二百三十四亿五千六百万", "-1098051584", "is 123456000000");
        number("一万亿", "10000", "is 1000000000000");
        number("一百十五", "105", "is 115");
        expect("120000000000", NumberChineseFormatter.format(120000000000d, false, false), "一千二百亿", "right");
        expect("2023年2月28日", DateUtil.parse("2023年2月28日").toDateStr(), "2023-02-28", "right");
        expect("2023年2月30日", DateUtil.parse("2023年2月30日").toDateStr(), "2023-03-02", "is no date");
        System.exit(changed ? 1 : 0);
    }

    static void number(String text, String wanted, String remark) {
        expect(text, String.valueOf(NumberChineseFormatter.chineseToNumber(text)), wanted, remark);
    }

    static void expect(String text, String seen, String wanted, String remark) {
        System.out.printf("%s -> %s (%s)%n", text, seen, remark);
        if (!seen.equals(wanted)) {
            System.out.printf("CHANGED: expected %s%n", wanted);
            changed = true;
        }
    }
}
JAVA
ls lib
java -cp "lib/*" Look.java 2>/dev/null
