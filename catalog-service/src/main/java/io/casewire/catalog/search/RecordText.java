package io.casewire.catalog.search;

import io.casewire.catalog.record.StoredRecord;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.TaskRecord;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record as text: what it is called, what it says, who is to do it, where it stands.
 *
 * @param title never empty
 */
record RecordText(String title, String text, List<String> units, List<String> path, LineRange lines) {
    private static final int MAX_BEGINNING = 30;

    static RecordText of(ParsedRecord content) {
        return switch (content) {
            case TaskRecord task ->
                new RecordText(
                        task.title(),
                        lines(Stream.concat(
                                task.measures().stream().map(TaskRecord.TaskMeasure::text),
                                Stream.of(task.target(), task.scopeText()))),
                        units(task),
                        task.path(),
                        task.lines());
            case AdoptionRecord adoption ->
                new RecordText(
                        adoption.resultName(),
                        adoption.quote(),
                        Stream.of(adoption.region(), adoption.province())
                                .filter(Objects::nonNull)
                                .toList(),
                        List.of(),
                        adoption.lines());
            case MilestoneRecord milestone ->
                new RecordText(milestone.date(), milestone.text(), List.of(), List.of(), milestone.lines());
            case IndicatorRecord indicator ->
                new RecordText(
                        indicator.name(),
                        lines(indicator.targets().stream()
                                .flatMap(target -> Stream.of(target.column(), target.text()))),
                        List.of(),
                        Stream.ofNullable(indicator.group()).toList(),
                        indicator.lines());
            case ChapterRecord chapter ->
                new RecordText(
                        chapter.title() == null ? beginning(chapter.text()) : chapter.title(),
                        chapter.text(),
                        List.of(),
                        chapter.path(),
                        chapter.lines());
            default -> throw new IllegalArgumentException("No record that is searched: " + content.getClass());
        };
    }

    /** What it has in a field of the index; empty where nothing. */
    static String ofField(StoredRecord stored, SearchField field) {
        RecordText text = of(stored.content());
        DocumentReference document = stored.document();
        return switch (field) {
            case TITLE -> text.title();
            case PRACTICE -> text.text();
            case UNITS -> String.join("\n", text.units());
            case CATEGORY -> String.join("\n", text.path());
            case SOURCE -> lines(Stream.of(document.title(), document.number(), document.issuer()));
            case SUMMARY, EFFECTS, BACKGROUND -> "";
        };
    }

    /** What stands above the first heading has no title. */
    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= MAX_BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_BEGINNING)) + "…";
    }

    private static List<String> units(TaskRecord task) {
        Set<String> units = new LinkedHashSet<>(task.leadUnits());
        units.addAll(task.responsibleUnits());
        units.addAll(task.supportingUnits());
        task.measures().stream()
                .flatMap(measure -> Stream.of(measure.leadUnits(), measure.supportingUnits()))
                .flatMap(Collection::stream)
                .forEach(units::add);
        return List.copyOf(units);
    }

    private static String lines(Stream<@Nullable String> parts) {
        return parts.filter(Objects::nonNull).distinct().collect(Collectors.joining("\n"));
    }
}
