package io.casewire.parsing.genre;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.ParsedRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recogniser found.
 *
 * @param records cases, tasks, adoptions, milestones, indicators in document order
 * @param diagnostics gaps, doubles, unreadable stretches
 * @param declared what the document itself says of its counts; null if it says nothing
 */
public record Findings(
        List<ParsedRecord> records,
        List<DiagnosticRecord> diagnostics,
        @Nullable DeclaredCounts declared) {
    /** Nothing found, nothing noticed. */
    public static final Findings NONE = new Findings(List.of(), List.of(), null);

    public Findings {
        records = List.copyOf(records);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Records only. */
    public static Findings of(List<? extends ParsedRecord> records, List<DiagnosticRecord> diagnostics) {
        return new Findings(List.copyOf(records), diagnostics, null);
    }
}
