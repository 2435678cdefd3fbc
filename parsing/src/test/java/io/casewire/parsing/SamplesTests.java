package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DocumentRecord.Counts;
import io.casewire.contracts.parsed.Genre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTests {
    @ParameterizedTest
    @CsvSource({
        "achievement-table, ACHIEVEMENT_TABLE, 12, 0, 0, 0, 0",
        "best-practices, BEST_PRACTICES, 8, 0, 0, 0, 0",
        "case-studies, CASE_STUDIES, 4, 0, 0, 0, 0",
        "plan, PLAN, 0, 22, 0, 0, 5",
        "report, REPORT, 19, 0, 3, 5, 0"
    })
    void holdsTheRecordsItsReadmePromises(
            String name, Genre genre, int cases, int tasks, int adoptions, int milestones, int indicators)
            throws IOException {
        ParsedDocument parsed = parse(name);

        Counts counts = parsed.document().counts();
        assertThat(parsed.document().genre()).isEqualTo(genre);
        assertThat(counts)
                .isEqualTo(new Counts(
                        cases, tasks, adoptions, milestones, indicators, counts.metrics(), counts.chapters()));
    }

    @Test
    void takesNoHeadingFromTheTableOfContents() throws IOException {
        CaseRecord first = (CaseRecord) parse("report").records().getFirst();

        assertThat(first.path()).hasSize(3).noneMatch(heading -> heading.startsWith("附件"));
    }

    private static ParsedDocument parse(String name) throws IOException {
        Path file = Path.of("..", "samples", name + ".txt");
        return new DocumentParser()
                .parse(Files.readAllBytes(file), file.getFileName().toString());
    }
}
