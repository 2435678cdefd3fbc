package io.casewire.catalog.lineage.likeness;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.text.ComparableKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a case, or of a sentence on an adoption, is compared with others.
 *
 * @param id of the case or of the evidence
 * @param document id of the document that tells it
 * @param part the outermost heading above it: what stands under one heading is a list of different things
 * @param promoted whether the document promotes it, rather than only describes it
 * @param key comparable key of the title, or of the name of what was adopted
 * @param marks see {@link Contrasts}, of the title
 * @param titleNames names in quotation marks in the title
 * @param textNames names in quotation marks in the text
 * @param places codes of the provinces it was made in; of an adoption none, as it may be made anywhere
 * @param units comparable keys of the units that made it or are responsible for it
 * @param figures see {@link Figures}
 * @param adopter of an adoption: who adopted it; null for a case. Says nothing of who made it
 */
public record Telling(
        String id,
        String document,
        String part,
        boolean promoted,
        String title,
        String key,
        TitleCore core,
        Set<String> marks,
        Set<String> titleNames,
        Set<String> textNames,
        Set<String> places,
        Set<String> units,
        Set<String> figures,
        Wording wording,
        @Nullable Adopter adopter) {

    public Telling {
        marks = Set.copyOf(marks);
        titleNames = Set.copyOf(titleNames);
        textNames = Set.copyOf(textNames);
        places = Set.copyOf(places);
        units = Set.copyOf(units);
        figures = Set.copyOf(figures);
    }

    /** What is compared of a case. */
    public static Telling of(CaseRecord content, DocumentReference document) {
        String text = text(content);
        return new Telling(
                content.id().value(),
                document.id().value(),
                content.path().isEmpty() ? "" : content.path().getFirst(),
                content.promotion() != null,
                content.title(),
                ComparableKey.of(content.title()),
                TitleCore.of(content.title()),
                Contrasts.of(content.title()),
                QuotedNames.in(content.title()),
                QuotedNames.in(text),
                Places.of(content),
                units(content),
                Figures.of(content.metrics()),
                Wording.of(text),
                null);
    }

    /** What is compared of a sentence on an adoption. */
    public static Telling of(AdoptionRecord adoption, DocumentReference document) {
        return new Telling(
                adoption.id().value(),
                document.id().value(),
                "",
                false,
                adoption.resultName(),
                ComparableKey.of(adoption.resultName()),
                TitleCore.of(adoption.resultName()),
                Contrasts.of(adoption.resultName()),
                QuotedNames.in(adoption.resultName()),
                QuotedNames.in(adoption.quote()),
                Set.of(),
                Set.of(),
                Set.of(),
                Wording.of(adoption.quote()),
                Adopter.of(adoption));
    }

    /** Whether it is a sentence on an adoption rather than a case. */
    public boolean isEvidence() {
        return adopter != null;
    }

    private static Set<String> units(CaseRecord content) {
        Set<String> units = new LinkedHashSet<>();
        Stream.of(content.originUnits(), content.leadUnits(), content.supportingUnits())
                .flatMap(List::stream)
                .map(ComparableKey::of)
                .filter(key -> !key.isEmpty())
                .forEach(units::add);
        return units;
    }

    private static String text(CaseRecord content) {
        StringBuilder text = new StringBuilder();
        append(text, content.background());
        append(text, content.summary());
        if (content.practice() != null) {
            append(text, content.practice().text());
            headings(text, content.practice().measures());
        }
        if (content.effects() != null) {
            append(text, content.effects().text());
        }
        return text.toString();
    }

    // names stand in headings as often as in sentences
    private static void headings(StringBuilder text, List<NumberedText> measures) {
        measures.forEach(measure -> append(text, measure.heading()));
    }

    private static void append(StringBuilder text, @Nullable String more) {
        if (more != null) {
            text.append(more).append('\n');
        }
    }
}
