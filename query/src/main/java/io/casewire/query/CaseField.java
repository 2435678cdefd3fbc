package io.casewire.query;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a case that are searched. */
public enum CaseField {
    TITLE,
    SUMMARY,
    /** Zones and areas too. */
    UNITS,
    PRACTICE,
    EFFECTS,
    BACKGROUND,
    /** Headings and captions above the case: many cases share them. */
    CATEGORY,
    /** The document it was read from, and the one that promotes it. */
    SOURCE;

    /** What the case has here; empty if nothing. */
    public String textOf(CaseRecord content, DocumentReference document) {
        String text =
                switch (this) {
                    case TITLE -> content.title();
                    case CATEGORY -> category(content);
                    case SUMMARY -> content.summary();
                    case PRACTICE -> practice(content);
                    case EFFECTS -> effects(content);
                    case UNITS -> units(content);
                    case BACKGROUND -> content.background();
                    case SOURCE -> source(content, document);
                };
        return Objects.requireNonNullElse(text, "");
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

    private static String source(CaseRecord content, DocumentReference document) {
        Promotion promotion = content.promotion();
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
}
