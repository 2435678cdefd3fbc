package io.casewire.parsing.genre.report;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.casefile.Declared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of a report whose heading says how many results they list (推广的71项制度创新成果), against what their tables hold. */
final class DeclaredParts {
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private record Part(int declared, int found, LineRange lines) {
        Part and(Part more) {
            return new Part(
                    declared,
                    found + more.found,
                    new LineRange(lines.first(), Math.max(lines.last(), more.lines.last())));
        }
    }

    /** Counts the rows of a table for every heading above it that declares a number. */
    void add(List<String> headings, int rows, LineRange lines) {
        for (String heading : headings) {
            Integer declared = Declared.inText(heading);
            if (declared != null) {
                parts.merge(heading, new Part(declared, rows, lines), Part::and);
            }
        }
    }

    List<DiagnosticRecord> diagnostics() {
        return parts.entrySet().stream()
                .map(entry -> diagnostic(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DiagnosticRecord diagnostic(String heading, Part part) {
        return part.declared() == part.found()
                ? new DiagnosticRecord(
                        Severity.INFO,
                        "DECLARED_COUNT_MET",
                        "'" + heading + "' declares " + part.declared() + "; all were found",
                        part.lines())
                : new DiagnosticRecord(
                        Severity.WARNING,
                        "DECLARED_COUNT_MISMATCH",
                        "'" + heading + "' declares " + part.declared() + ", " + part.found() + " were found",
                        part.lines());
    }
}
