package io.casewire.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import org.junit.jupiter.api.Test;

class GeneratedTablesTests {
    @Test
    void everyRowIsACaseThatNoOtherDocumentHolds() {
        GeneratedTables tables = new GeneratedTables(20);
        DocumentParser parser = new DocumentParser();
        ParsedDocument first = parser.parse(tables.upload(1).bytes(), "table-1.txt");
        ParsedDocument second = parser.parse(tables.upload(2).bytes(), "table-2.txt");

        assertThat(first.records())
                .hasSize(tables.rows(1).size() - 1)
                .allMatch(CaseRecord.class::isInstance)
                .extracting("id")
                .doesNotContainAnyElementsOf(second.records().stream()
                        .map(record -> ((CaseRecord) record).id())
                        .toList());
        assertThat(tables.upload(1).bytes().length).isBetween(17 * 1024, 23 * 1024);
    }
}
