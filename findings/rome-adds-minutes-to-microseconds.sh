#!/usr/bin/env bash
# ROME 2.1.0 (Maven): the fraction of a second in an Atom date counts as so many milliseconds, however many digits it has. With six digits, as
# RFC 3339 allows and many servers write, 08:00:58.300123Z becomes 08:05:58.123, with nine digits the entry is more than three days late.
# Entries are ordered wrongly, and who asks for what is newer than the last one seen misses all that comes in between: a
# notice in a feed of documents is not fetched. With three digits or none all is right. What follows: cut fractions to three
# digits before parsing a stranger's feed, and write three at most in one's own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.rometools</groupId><artifactId>rome</artifactId><version>2.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;

class Look {
    static boolean changed;

    public static void main(String[] arguments) throws Exception {
        look("2026-11-29T08:00:58Z", "2026-11-29T08:00:58Z");
        look("2026-11-29T08:00:58.300Z", "2026-11-29T08:00:58.300Z");
        look("2026-11-29T08:00:58.300123Z", "2026-11-29T08:05:58.123Z");
        look("2026-11-29T16:00:58.300123+08:00", "2026-11-29T08:05:58.123Z");
        look("2026-11-29T08:00:58.300123456Z", "2026-12-02T19:23:01.456Z");
        System.exit(changed ? 1 : 0);
    }

    static void look(String written, String wanted) throws Exception {
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom'><id>urn:example:feed</id><title>案例</title><updated>" + written
                + "</updated><entry><id>urn:example:1</id><title>一单到底</title><updated>" + written + "</updated></entry></feed>";
        Instant seen = new SyndFeedInput().build(new StringReader(feed)).getEntries().get(0).getUpdatedDate().toInstant();
        System.out.printf("%s is read as %s%n", written, seen);
        if (!seen.equals(Instant.parse(wanted))) {
            System.out.printf("CHANGED: expected %s%n", wanted);
            changed = true;
        }
    }
}
JAVA
ls lib/rome*
java -cp "lib/*" Look.java 2>/dev/null
