package io.casewire.parsing;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.field.responsibility.UnitNames;
import io.casewire.text.CharacterSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names that stand where a unit should and do not look like one: a wrong unit sends work to the wrong desk. */
final class UnknownUnits {
    private static final int MAX_NAME_LENGTH = 30;
    private static final CharacterSet CLAUSE_MARKS = CharacterSet.of("，。；：");

    private UnknownUnits() {}

    /** One for each name, at the first record that bears it. */
    static List<DiagnosticRecord> diagnostics(List<ParsedRecord> records) {
        Map<String, LineRange> unknown = new LinkedHashMap<>();
        for (ParsedRecord record : records) {
            unitsOf(record)
                    .filter(unit -> !looksLikeUnit(unit))
                    .forEach(unit -> unknown.putIfAbsent(unit, Coverage.linesOf(record)));
        }
        return unknown.entrySet().stream()
                .map(entry -> new DiagnosticRecord(
                        Severity.WARNING, "UNKNOWN_UNIT", "Not known as a unit: " + entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<String> unitsOf(ParsedRecord record) {
        return switch (record) {
            case CaseRecord found ->
                Stream.of(found.originUnits(), found.leadUnits(), found.supportingUnits())
                        .flatMap(List::stream);
            case TaskRecord found ->
                Stream.concat(
                        found.responsibleUnits().stream(),
                        found.measures().stream()
                                .flatMap(measure -> Stream.concat(
                                        measure.leadUnits().stream(), measure.supportingUnits().stream())));
            default -> Stream.of();
        };
    }

    private static boolean looksLikeUnit(String unit) {
        String name = withoutNote(unit);
        return name.length() <= MAX_NAME_LENGTH && UnitNames.endsLikeUnit(name) && !CLAUSE_MARKS.isIn(name);
    }

    /** 市委组织部<市委人才办>, 省市场监管局（省知识产权局） */
    private static String withoutNote(String unit) {
        int open = Math.max(unit.indexOf('（'), unit.indexOf('<'));
        boolean closed = unit.endsWith("）") || unit.endsWith(">");
        return open > 0 && closed ? unit.substring(0, open) : unit;
    }
}
