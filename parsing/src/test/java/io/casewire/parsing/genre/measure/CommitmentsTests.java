package io.casewire.parsing.genre.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.genre.Recognised;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitmentsTests {
    private static final String TWO = "样例协议/部门或分部门/1.运输服务/A.海运服务/具体承诺/1.允许样例企业设立货运站。/（见2024年6月颁布的指南）"
            + "/2.在中国（福建）自由贸易试验区内试行样例互认。/部门或分部门/2.旅游服务/具体承诺/1.允许样例旅行社组团。";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "two below the line that says so;样例协议/具体承诺/1.允许样例企业设站。/2.允许样例企业组团。;78",
                "one is too few;样例协议/具体承诺/1.允许样例企业设站。;0",
                "another line above;样例协议/具体情况/1.允许样例企业设站。/2.允许样例企业组团。;0",
                "names, no sentences;样例协议/具体承诺/1.运输服务/2.旅游服务;0",
                "another numbering;样例协议/具体承诺/一、允许样例企业设站。/二、允许样例企业组团。;0",
            })
    void commitmentsStandBelowALineThatSaysSo(String name, String text, int score) {
        assertThat(Recognised.by(new Commitments(), text).score()).isEqualTo(score);
    }

    @Test
    void aCommitmentIsACaseOfItsSectorAndGuideNotesAreNone() {
        assertThat(Recognised.by(new Commitments(), TWO).cases())
                .extracting(CaseRecord::number, CaseRecord::title, CaseRecord::category)
                .containsExactly(
                        tuple(1, "允许样例企业设立货运站", "海运服务"),
                        tuple(2, "在中国（福建）自由贸易试验区内试行样例互认", "海运服务"),
                        tuple(1, "允许样例旅行社组团", "旅游服务"));
    }

    @Test
    void theTitleEndsWhereItsPartsBegin() {
        assertThat(Recognised.by(new Commitments(), "样例协议/具体承诺/1.允许样例企业提供下列业务：/（1）装卸；/（2）仓储。/2.允许样例企业组团。")
                        .titles())
                .containsExactly("允许样例企业提供下列业务", "允许样例企业组团");
    }

    @Test
    void aZoneThatIsNamedIsWhereItHolds() {
        List<CaseRecord> cases = Recognised.by(new Commitments(), TWO).cases();

        assertThat(cases.getFirst().promotion()).isNull();
        assertThat(Objects.requireNonNull(cases.get(1).promotion()).regions()).containsExactly("福建自贸试验区");
    }

    @Test
    void bothScriptsAreReadAlike() {
        String traditional = "樣例協議\n\n具體承諾\n\n1. 允許樣例企業設立貨運站。\n\n2. 在中國（福建）自由貿易試驗區內試行樣例互認。\n";
        ParsedDocument parsed = new DocumentParser().parse(traditional.getBytes(StandardCharsets.UTF_8), "樣例.txt");

        assertThat(parsed.document().genre()).isEqualTo(Genre.MEASURES);
        assertThat(parsed.records())
                .extracting(record -> ((CaseRecord) record).title())
                .containsExactly("允許樣例企業設立貨運站", "在中國（福建）自由貿易試驗區內試行樣例互認");
    }
}
