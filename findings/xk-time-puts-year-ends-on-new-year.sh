#!/usr/bin/env bash
# xk-time 3.2.4 (Maven), TimeNLPUtil for dates in Chinese sentences: the end of a period comes as its first day. 2023年12月底前 is 1 December, 截至2023年底,
# 2025年末 and 2023年第三季度 are 1 January, 每年3月底前 is 1 March of the current year only, and 印发之日起30日内 (within 30 days of issue) the 30th of
# this month. Deadlines are up to a year early, and tasks become overdue that are not. Whole dates are right, those written with 〇
# too. What follows: read 底, 末, 季度 and 内 oneself, and hand only whole dates to it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B dependency:copy -Dartifact=com.github.xkzhangsan:xk-time:3.2.4 -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import com.xkzhangsan.time.nlp.TimeNLPUtil;
import java.util.stream.Collectors;

class Look {
    static boolean changed;

    public static void main(String[] arguments) {
        look("二〇二三年十一月十四日", "2023-11-14");
        look("12月31日前", "2024-12-31");
        look("2023年12月底前", "2023-12-01");
        look("截至2023年底", "2023-01-01");
        look("2025年末", "2025-01-01");
        look("2023年第三季度", "2023-01-01");
        look("每年3月底前", "2024-03-01");
        look("印发之日起30日内", "2024-06-30");
        System.exit(changed ? 1 : 0);
    }

    static void look(String text, String wanted) {
        String seen = TimeNLPUtil.parse(text, "2024-06-15-12-00-00").stream()
                .map(time -> time.getTimeNormFormat().substring(0, 10))
                .collect(Collectors.joining(" "));
        System.out.printf("%s -> %s%n", text, seen);
        if (!seen.equals(wanted)) {
            System.out.printf("CHANGED: expected %s%n", wanted);
            changed = true;
        }
    }
}
JAVA
ls lib
java -Duser.timezone=Asia/Shanghai -cp "lib/*" Look.java 2>/dev/null
