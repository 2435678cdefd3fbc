package io.casewire.ingest.publish;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that differs between the published revision of a record and another reading of it.
 *
 * @param field JSON pointer, for example {@code /metrics/2/value}; lists of plain values are compared as a whole
 * @param old the published value; null where there is none
 * @param now the other value; null where there is none
 */
public record FieldChange(
        String field, @Nullable JsonNode old, @Nullable JsonNode now) {

    /** In the order of the components; empty where only provenance differs. */
    static List<FieldChange> between(String publishedJson, ParsedRecord other) {
        List<FieldChange> changes = new ArrayList<>();
        JsonNode before = ContentDigest.content(WireJson.mapper().readTree(publishedJson));
        JsonNode after = ContentDigest.content(WireJson.mapper().valueToTree(other));
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(
            String field, @Nullable JsonNode old, @Nullable JsonNode now, List<FieldChange> changes) {
        if (old != null && now != null && old.isObject() && now.isObject()) {
            Set<String> names = new LinkedHashSet<>(old.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> compare(field + '/' + name, old.get(name), now.get(name), changes));
        } else if (old != null && now != null && holdsObjects(old) && holdsObjects(now)) {
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                compare(field + '/' + i, old.get(i), now.get(i), changes);
            }
        } else if (!same(old, now)) {
            changes.add(new FieldChange(field, old, now));
        }
    }

    private static boolean holdsObjects(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.get(0).isObject();
    }

    private static boolean same(@Nullable JsonNode old, @Nullable JsonNode now) {
        if (old == null || now == null) {
            return isNothing(old) && isNothing(now);
        }
        return ContentDigest.canonical(old).equals(ContentDigest.canonical(now));
    }

    /** A list that is empty says as much as one that is not there. */
    private static boolean isNothing(@Nullable JsonNode node) {
        return node == null || node.isNull() || (node.isArray() && node.isEmpty());
    }
}
