package io.casewire.catalog.search;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.text.ComparableKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Units by their keys, each with and without the words that stand before the same name or not: 国家药监局, 药监局. */
enum CaseUnits {
    /** Who leads: the first named where the document tells no leader apart. */
    LEADING("unit.leading"),
    /** Everybody else who is responsible, and who made or recommends it. */
    RESPONSIBLE("unit.responsible");

    private static final List<String> OPENINGS = List.of("中国", "国家", "中华人民共和国", "省", "市", "自治区", "区");
    private static final int MIN_NAME = 3;

    private final String field;

    CaseUnits(String field) {
        this.field = field;
    }

    /** The field of the index. */
    String field() {
        return field;
    }

    /** The keys of these units of a case. */
    Set<String> keysOf(CaseRecord content) {
        List<String> leading = content.leadUnits().isEmpty()
                ? content.originUnits().stream().limit(1).toList()
                : content.leadUnits();
        Set<String> keys = new LinkedHashSet<>();
        switch (this) {
            case LEADING -> leading.stream().limit(1).forEach(unit -> addTo(keys, unit));
            case RESPONSIBLE ->
                List.of(content.leadUnits(), content.originUnits(), content.supportingUnits()).stream()
                        .flatMap(Collection::stream)
                        .forEach(unit -> addTo(keys, unit));
        }
        return keys;
    }

    private static void addTo(Set<String> keys, String unit) {
        String key = ComparableKey.of(unit);
        keys.add(key);
        for (String opening : OPENINGS) {
            if (key.startsWith(opening) && key.length() >= opening.length() + MIN_NAME) {
                keys.add(key.substring(opening.length()));
            }
        }
        keys.remove("");
    }
}
