package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "贸易便利化（共5项）|5|贸易便利化",
                "贸易便利化（5项）|5|贸易便利化",
                "贸易便利化（共十二条）|12|贸易便利化",
                "贸易便利化（3个）|3|贸易便利化",
                "贸易便利化（3例）|3|贸易便利化",
                "（试行）贸易便利化（2项）|2|（试行）贸易便利化",
                "贸易便利化（共项）|-|贸易便利化（共项）",
                "贸易便利化（0项）|-|贸易便利化（0项）",
                "贸易便利化（试行）|-|贸易便利化（试行）",
                "贸易便利化（）|-|贸易便利化（）",
                "贸易便利化（5项）等|-|贸易便利化（5项）等",
                "贸易便利化5项）|-|贸易便利化5项）",
            })
    void aHeadingMayEndWithItsCount(String heading, @Nullable Integer count, String without) {
        assertThat(Declared.trailingCount(heading)).isEqualTo(count);
        assertThat(Declared.withoutCount(heading)).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({"一、贸易便利化（共5项）, 贸易便利化", "（二）贸易, 贸易", "贸易, 贸易"})
    void aCategoryIsItsNameWithoutNumberAndCount(String printed, String bare) {
        assertThat(Declared.bare(printed)).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "发布7个典型案例|7",
                "发布 7 个典型案例|7",
                "总结了十二项制度创新成果|12",
                "形成9条改革试点经验|9",
                "推出6项“改革举措”|6",
                "第三批5个自贸试验区最佳实践案例|5",
                "第三批5个自由贸易试验区 最佳实践案例|5",
                "以下共23项|23",
                "共二十三项|23",
                "先行推出3个片区，再推出4个案例|4",
                "甲、乙等8项改革举措|-",
                "设立7个片区|-",
                "项目甚多|-",
                "12345项举措|-",
                "|-",
            })
    void runningTextDeclaresHowManyCasesThereAre(@Nullable String text, @Nullable Integer count) {
        assertThat(Declared.inText(text == null ? "" : text)).isEqualTo(count);
    }

    @Test
    void whatWasFoundIsHeldAgainstWhatWasDeclared() {
        assertThat(Declared.check(3, 3))
                .isEqualTo(said(Severity.INFO, "DECLARED_COUNT_MET", "3 cases; all were found"));
        assertThat(Declared.check(3, 2))
                .isEqualTo(said(Severity.WARNING, "DECLARED_COUNT_MISMATCH", "3 cases, 2 were found"));
        assertThat(Declared.check(3, 2, 1))
                .isEqualTo(said(Severity.INFO, "DECLARED_COUNT_MISMATCH", "3 cases, 2 were found, 1 are not printed"));
        assertThat(Declared.check(4, 2, 1)).isEqualTo(Declared.check(4, 2));
        assertThat(Declared.check(2, 2, 0)).isEqualTo(Declared.check(2, 2));
    }

    private static DiagnosticRecord said(Severity severity, String code, String rest) {
        return new DiagnosticRecord(severity, code, "The document declares " + rest, null);
    }
}
