#!/usr/bin/env bash
# Kafka Connect 4.2.1: SimpleHeaderConverter, the default for headers, guesses types. The header ce_specversion "1.0" of a CloudEvent
# becomes an 8-bit integer and is written on as "1"; a time with three fraction digits becomes a Timestamp, one with one digit stays text.
# StringConverter leaves all of them alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for artifact in org.apache.kafka:connect-api:4.2.1 org.apache.kafka:kafka-clients:4.2.1 org.slf4j:slf4j-api:2.0.18; do
    mvn -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$work/lib" >/dev/null
done
cat >Look.java <<'JAVA'
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.storage.HeaderConverter;
import org.apache.kafka.connect.storage.SimpleHeaderConverter;
import org.apache.kafka.connect.storage.StringConverter;

class Look {
    static boolean changed;

    public static void main(String[] arguments) {
        HeaderConverter guessing = new SimpleHeaderConverter();
        guessing.configure(Map.of());
        StringConverter text = new StringConverter();
        text.configure(Map.of("converter.type", "header"));
        through(guessing, "ce_specversion", "1.0", "INT8", "1");
        through(guessing, "ce_time", "2026-11-29T08:00:58.300Z", "INT64", "2026-11-29T08:00:58.300Z");
        through(guessing, "ce_time", "2026-11-29T08:00:58.3Z", "STRING", "2026-11-29T08:00:58.3Z");
        through(text, "ce_specversion", "1.0", "STRING", "1.0");
        if (changed) {
            System.exit(1);
        }
    }

    static void through(HeaderConverter converter, String name, String value, String type, String written) {
        SchemaAndValue read = converter.toConnectHeader("topic", name, value.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = converter.fromConnectHeader("topic", name, read.schema(), read.value());
        String seenType = read.schema().type().toString();
        String seen = new String(bytes, StandardCharsets.UTF_8);
        System.out.printf("%s: %s \"%s\" is %s, written on as \"%s\"%n",
                converter.getClass().getSimpleName(), name, value, seenType, seen);
        if (!seenType.equals(type) || !seen.equals(written)) {
            System.out.printf("CHANGED: expected %s, \"%s\"%n", type, written);
            changed = true;
        }
    }
}
JAVA
ls lib
java -cp "lib/*" Look.java 2>/dev/null
