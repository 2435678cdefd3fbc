package io.casewire.catalog.casefile;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.wire.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field in which two revisions differ.
 *
 * @param field its name, with a dot between the levels, for example {@code practice.text}; lists are compared whole
 * @param before absent where the older revision has none
 * @param after absent where the newer revision has none
 */
record FieldChange(
        String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** What changed, in the order of the fields; empty if nothing did. Where it stands in the file does not count. */
    static List<FieldChange> between(CaseRecord older, CaseRecord newer) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", WireJson.mapper().valueToTree(older), WireJson.mapper().valueToTree(newer), changes);
        changes.removeIf(change -> change.field().equals("lines"));
        return List.copyOf(changes);
    }

    private static void compare(
            String field, @Nullable JsonNode before, @Nullable JsonNode after, List<FieldChange> changes) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>(after.propertyNames());
            names.addAll(before.propertyNames());
            for (String name : names) {
                compare(field.isEmpty() ? name : field + '.' + name, before.get(name), after.get(name), changes);
            }
        } else {
            changes.add(new FieldChange(field, before, after));
        }
    }
}
