package io.casewire.parsing;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.parsing.layout.DocumentText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What parsing yields.
 *
 * @param document always there, also where nothing could be read
 * @param records cases, tasks, adoptions, milestones, indicators in document order, then the passages of a report in theirs
 * @param text the repaired text; without blocks where nothing could be read
 * @param charset name of the encoding the bytes were read in; empty where none fitted
 * @param coverage share of the repaired text, 0 to 1, that reached a record or is known boilerplate
 */
public record ParsedDocument(
        DocumentRecord document,
        List<ParsedRecord> records,
        List<DiagnosticRecord> diagnostics,
        DocumentText text,
        String charset,
        double coverage) {
    public ParsedDocument {
        records = List.copyOf(records);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Why nothing of it may be published; null where something may. */
    public @Nullable Refusal refusal() {
        return Refusal.of(this);
    }

    /** The same with what was noticed before the text came to the parser. */
    public ParsedDocument noticing(List<DiagnosticRecord> more) {
        List<DiagnosticRecord> noticed = new ArrayList<>(diagnostics);
        noticed.addAll(more);
        return new ParsedDocument(document, records, noticed, text, charset, coverage);
    }

    /** Everything in the order it is printed: the document, its records, its diagnostics. */
    public List<ParsedRecord> all() {
        List<ParsedRecord> all = new ArrayList<>(records.size() + diagnostics.size() + 1);
        all.add(document);
        all.addAll(records);
        all.addAll(diagnostics);
        return all;
    }
}
