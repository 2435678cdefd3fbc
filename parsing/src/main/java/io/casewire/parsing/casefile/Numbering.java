package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;

/** What is said of numbers that do not follow each other. */
public final class Numbering {
    private Numbering() {}

    /** Numbers left out, or come again. */
    public static DiagnosticRecord gap(int expected, int found, LineRange lines) {
        if (found < expected) {
            return new DiagnosticRecord(
                    Severity.WARNING,
                    "NUMBERING_DUPLICATE",
                    "Number " + found + " comes again where " + expected + " was expected",
                    lines);
        }
        String missing = found - expected == 1
                ? "Number " + expected + " is"
                : "Numbers " + expected + " to " + (found - 1) + " are";
        return new DiagnosticRecord(Severity.WARNING, "NUMBERING_GAP", missing + " missing before " + found, lines);
    }
}
