package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.ParsedRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusCountsTests {
    @ParameterizedTest
    @CsvSource({
        "000, ACHIEVEMENT_TABLE, 37",
        "001, CASE_STUDIES, 7",
        "002, BEST_PRACTICES, 29",
        "004, REPORT, 201",
        "01, PROMOTION_LIST, 17",
        "02, MEASURES, 53",
        "13, UNRECOGNISED, 0"
    })
    void findsEveryCaseAndNoMore(String number, Genre genre, int cases) {
        ParsedDocument parsed = Corpus.parse(number);

        assertThat(parsed.document().genre()).isEqualTo(genre);
        assertThat(parsed.document().counts().cases()).isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource({"000", "001", "002", "004", "01", "02"})
    void givesEveryCaseAnIdOfItsOwn(String number) {
        Set<Object> ids = new HashSet<>();

        for (CaseRecord found : cases(Corpus.parse(number))) {
            assertThat(ids.add(found.id())).as(found.title()).isTrue();
        }
    }

    @Test
    void putsScrambledColumnsBackInReadingOrder() {
        assertThat(cases(Corpus.parse("001"))).extracting(CaseRecord::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void findsTheTablesOfAReportAndItsAnnexes() {
        List<CaseRecord> cases = cases(Corpus.parse("004"));

        assertThat(cases.stream().filter(found -> found.promotion() == null)).hasSize(130);
        assertThat(cases.stream().filter(found -> found.promotion() != null)).hasSize(24 + 23 + 24);
    }

    @Test
    void findsTheCategoriesOfATable() {
        assertThat(cases(Corpus.parse("000")).stream().map(CaseRecord::category).distinct())
                .hasSize(7);
    }

    private static List<CaseRecord> cases(ParsedDocument parsed) {
        return parsed.records().stream()
                .filter(CaseRecord.class::isInstance)
                .map((ParsedRecord found) -> (CaseRecord) found)
                .toList();
    }
}
