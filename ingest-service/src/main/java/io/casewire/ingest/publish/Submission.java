package io.casewire.ingest.publish;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.source.Source;
import java.util.List;

/**
 * A file that was read, ready to be published.
 *
 * @param records in document order; the document's own and diagnostics are passed over
 */
public record Submission(Source source, DocumentRecord document, List<ParsedRecord> records) {
    public Submission {
        records = List.copyOf(records);
    }
}
