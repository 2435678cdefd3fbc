package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        CaseRecord content = stored.content();
        String text =
                switch (this) {
                    case TITLE -> content.title();
                    case CATEGORY -> category(content);
                    case SUMMARY -> content.summary();
                    case PRACTICE -> practice(content);
                    case EFFECTS -> effects(content);
                    case UNITS -> units(content);
                    case BACKGROUND -> content.background();
                    case SOURCE -> source(stored);
                };
        return Objects.requireNonNullElse(text, "");
    }

    /** What a case has in each field. */
    static Map<SearchField, String> contentsOf(StoredCase stored) {
        Map<SearchField, String> contents = new EnumMap<>(SearchField.class);
        inOrder().forEach(field -> contents.put(field, field.textOf(stored)));
        return contents;
    }

    private static String category(CaseRecord content) {
        return lines(Stream.of(Stream.of(content.category()), content.path().stream()));
    }

    private static @Nullable String practice(CaseRecord content) {
        return content.practice() == null ? null : content.practice().text();
    }

    private static @Nullable String effects(CaseRecord content) {
        return content.effects() == null ? null : content.effects().text();
    }

    private static String units(CaseRecord content) {
        return lines(Stream.of(
                        content.zones(),
                        content.areas(),
                        content.originUnits(),
                        content.leadUnits(),
                        content.supportingUnits())
                .map(Collection::stream));
    }

    private static String source(StoredCase stored) {
        DocumentReference document = stored.document();
        Promotion promotion = stored.content().promotion();
        PolicyDocument instrument = promotion == null ? null : promotion.instrument();
        return lines(Stream.of(
                Stream.of(document.title(), document.number(), document.issuer()),
                instrument == null
                        ? Stream.<@Nullable String>empty()
                        : Stream.of(instrument.title(), instrument.number())));
    }

    private static String lines(Stream<? extends Stream<? extends @Nullable String>> parts) {
        return parts.flatMap(part -> part).filter(Objects::nonNull).distinct().collect(Collectors.joining("\n"));
    }

    /** All fields of these keys in order. */
    static List<SearchField> inOrder() {
        return List.of(values());
    }
}
