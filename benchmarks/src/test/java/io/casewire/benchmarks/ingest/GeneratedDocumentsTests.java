package io.casewire.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedDocumentsTests {
    private final GeneratedDocuments documents = new GeneratedDocuments(100);

    @Test
    void theSameNumberGivesTheSameBytesOfAboutTheLengthAskedFor() {
        byte[] document = documents.document(7);
        assertThat(document).isEqualTo(documents.document(7)).isNotEqualTo(documents.document(8));
        assertThat(document.length).isBetween(100 * 1024, 104 * 1024);
    }

    @Test
    void everyDocumentHoldsDozensOfCasesThatNoOtherHolds() {
        DocumentParser parser = new DocumentParser();
        Set<CaseId> ids = new HashSet<>();
        int cases = 0;
        for (int number = 0; number < 3; number++) {
            ParsedDocument parsed = parser.parse(documents.document(number), "bench-" + number + ".txt");
            List<CaseRecord> found = parsed.records().stream()
                    .filter(CaseRecord.class::isInstance)
                    .map(CaseRecord.class::cast)
                    .toList();
            assertThat(found).hasSizeGreaterThan(30);
            found.forEach(record -> ids.add(record.id()));
            cases += found.size();
        }
        assertThat(ids).hasSize(cases);
    }
}
