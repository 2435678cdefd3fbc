package io.casewire.parsing.field.numeral;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            一百二十,        120
            二十,            20
            十二,            12
            两,              2
            一百零五,        105
            三千六百,        3600
            二〇二三,        2023
            ２０２３,        2023
            '12,000',        12000
            '1,234,567',     1234567
            3.75,            3.75
            一百二,          120
            两千三,          2300
            三万五,          35000
            一百零二,        102
            一亿二,          120000000
            """)
    void readsAWholeNumber(String printed, BigDecimal value) {
        Numeral numeral = requireNonNull(Numerals.at(printed, 0));
        assertThat(numeral.value()).isEqualByComparingTo(value);
        assertThat(numeral.end()).isEqualTo(printed.length());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2万元, 1.2, 万, false, 12000",
        "30多亿元, 30, 亿, true, 3000000000",
        "200余万元, 200, 万, true, 2000000",
        "3万余人, 3, 万, true, 30000",
        "一百二十万元, 120, 万, false, 1200000",
        "十余家, 10, '', true, 10",
        "5 万元, 5, 万, false, 50000",
        "三亿, 3, 亿, false, 300000000"
    })
    void keepsTheMultiplierThatTheUnitIsPrintedWith(
            String printed, BigDecimal mantissa, String scale, boolean more, BigDecimal value) {
        Numeral numeral = requireNonNull(Numerals.at(printed, 0));
        assertThat(numeral.mantissa()).isEqualByComparingTo(mantissa);
        assertThat(numeral.scale()).isEqualTo(scale);
        assertThat(numeral.more()).isEqualTo(more);
        assertThat(numeral.value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "三亿五千万元, 350000000, 五千万",
        "一亿二千万元, 120000000, 千万",
        "一千二百三十四亿五千六百万元, 123456000000, 百万",
        "三万五千亿元, 3500000000000, 千亿",
        "一万亿元, 1000000000000, 亿",
        "3亿5000万元, 350000000, 0万",
        "12亿3400余万元, 1234000000, 余万",
        "一点五万元, 15000, 万",
        "零点五个百分点, 0.5, 五",
        "两点三倍, 2.3, 三"
    })
    void readsANumberOfSeveralMultipliersAsOne(String printed, BigDecimal value, String end) {
        Numeral numeral = requireNonNull(Numerals.at(printed, 0));
        assertThat(numeral.value()).isEqualByComparingTo(value);
        assertThat(printed.substring(0, numeral.end())).endsWith(end);
    }

    @ParameterizedTest
    @CsvSource({"八点三十分, 8", "三点一刻, 3", "五个百分点, 5", "3亿2022年, 300000000", "3亿、5000万, 300000000"})
    void endsANumberWhereSomethingElseBegins(String printed, BigDecimal value) {
        assertThat(requireNonNull(Numerals.at(printed, 0)).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"'12,34,500',2", "'3,4',1", "5千米,1", "8千克,1", "6多式,1"})
    void endsWhereTheNumberEnds(String printed, int end) {
        Numeral numeral = requireNonNull(Numerals.at(printed, 0));
        assertThat(numeral.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "元", "万元", "，3", "1234567890123456789012345678901234567890"})
    void findsNoneWhereNoneBegins(String text) {
        assertThat(Numerals.at(text, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"十二,12", "12,12", "１２,12", "二十三,23", "一百,100", "3,3"})
    void parsesOrdinals(String printed, int value) {
        assertThat(Numerals.parseInt(printed)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "十余", "3.5", "abc", "一二", "3个", "99999999999"})
    void parsesNoOrdinalFromAnythingElse(String printed) {
        assertThat(Numerals.parseInt(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "一半, 50",
        "半数, 50",
        "百分之五十, 50",
        "百分之30, 30",
        "三分之一, 33.33",
        "四分之三, 75",
        "1/3, 33.33",
        "七成, 70",
        "六成五, 65",
        "三分之二, 66.67"
    })
    void readsFractionsAsPerCent(String printed, BigDecimal percent) {
        Fraction fraction = requireNonNull(Fraction.at(printed, 0));
        assertThat(fraction.percent()).isEqualByComparingTo(percent);
        assertThat(fraction.end()).isEqualTo(printed.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"一成为", "3成本", "10/12", "二", "半", "3/0"})
    void readsNoFractionFromWordsThatOnlyLookLikeOne(String printed) {
        assertThat(Fraction.at(printed, 0)).isNull();
    }

    @Test
    void readsAnywhereInATextWithoutLookingBack() {
        Numeral numeral = requireNonNull(Numerals.at("共计240项措施", 2));
        assertThat(numeral.start()).isEqualTo(2);
        assertThat(numeral.end()).isEqualTo(5);
    }
}
