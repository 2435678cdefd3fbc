package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.query.CaseField;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a case that are searched, the weightiest first. */
enum SearchField {
    TITLE(8, 0.6f),
    SUMMARY(2, 0.3f),
    UNITS(1, 0.25f),
    PRACTICE(1, 0.2f),
    EFFECTS(1, 0.2f),
    BACKGROUND(1, 0.1f),
    /** Headings and captions above the case: many cases share them. */
    CATEGORY(0, 0.1f),
    /** The document it was read from, and the one that promotes it. */
    SOURCE(0, 0.05f);

    private final int times;
    private final float weight;

    SearchField(int times, float weight) {
        this.times = times;
        this.weight = weight;
    }

    /** How many times a word here counts against one of the practice; 0 for what speaks of more than the case. */
    int times() {
        return times;
    }

    /** Its name in the index and in highlights. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a part of the query that stands here as typed counts, as a share of all its words. */
    float weight() {
        return weight;
    }

    /** What the case has here; empty if nothing. */
    String textOf(StoredCase stored) {
        return CaseField.valueOf(name()).textOf(stored.content(), stored.document());
    }

    /** What a case has in each field. */
    static Map<SearchField, String> contentsOf(StoredCase stored) {
        Map<SearchField, String> contents = new EnumMap<>(SearchField.class);
        inOrder().forEach(field -> contents.put(field, field.textOf(stored)));
        return contents;
    }

    /** All fields of these keys in order. */
    static List<SearchField> inOrder() {
        return List.of(values());
    }
}
