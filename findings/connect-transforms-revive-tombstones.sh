#!/usr/bin/env bash
# Kafka Connect 4.2.1: the transforms that come with it treat a tombstone each in its own way. Most hand it on as it is; MaskField, ValueToKey and
# HeaderFrom raise a DataException, so with the default error tolerance the task stops at the first withdrawal; and HoistField wraps it into a
# value with an empty field, which is no tombstone any more: the sink keeps a record that was withdrawn, now without content, and a
# compacted topic behind it never forgets the key. What follows: put the predicate RecordIsTombstone with negate on these four.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>connect-transforms</artifactId><version>4.2.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Cast;
import org.apache.kafka.connect.transforms.ExtractField;
import org.apache.kafka.connect.transforms.Flatten;
import org.apache.kafka.connect.transforms.HeaderFrom;
import org.apache.kafka.connect.transforms.HoistField;
import org.apache.kafka.connect.transforms.InsertField;
import org.apache.kafka.connect.transforms.MaskField;
import org.apache.kafka.connect.transforms.ReplaceField;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.ValueToKey;

class Look {
    static boolean changed;

    public static void main(String[] arguments) {
        look(new ReplaceField.Value<>(), Map.of("exclude", "quote"), "tombstone");
        look(new InsertField.Value<>(), Map.of("static.field", "origin", "static.value", "a"), "tombstone");
        look(new ExtractField.Value<>(), Map.of("field", "title"), "tombstone");
        look(new Cast.Value<>(), Map.of("spec", "number:int32"), "tombstone");
        look(new Flatten.Value<>(), Map.of(), "tombstone");
        look(new MaskField.Value<>(), Map.of("fields", "telephone"), "DataException");
        look(new ValueToKey<>(), Map.of("fields", "number"), "DataException");
        look(new HeaderFrom.Value<>(), Map.of("fields", "zone", "headers", "zone", "operation", "copy"), "DataException");
        look(new HoistField.Value<>(), Map.of("field", "case"), "value {case=null}");
        System.exit(changed ? 1 : 0);
    }

    static void look(Transformation<SinkRecord> transform, Map<String, ?> settings, String wanted) {
        transform.configure(settings);
        String seen;
        try {
            SinkRecord after = transform.apply(new SinkRecord("cases", 0, Schema.STRING_SCHEMA, "case-1", null, null, 0));
            seen = after.value() == null ? "tombstone" : "value " + after.value();
        } catch (DataException e) {
            seen = "DataException";
        }
        String name = transform.getClass().getName().replaceAll(".*\\.", "");
        System.out.printf("%s: a tombstone becomes %s%n", name, seen);
        if (!seen.equals(wanted)) {
            System.out.printf("CHANGED: expected %s%n", wanted);
            changed = true;
        }
    }
}
JAVA
ls lib
java -cp "lib/*" Look.java 2>/dev/null
