package io.casewire.extraction.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatCodeTests {
    private static String print(String code, double value) {
        return FormatCode.of(code).print(value, false);
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '~', textBlock = """
            General ~ 33.299999999999997 ~ 33.3
            General ~ 0.1 ~ 0.1
            General ~ 1234567890123 ~ 1234567890123
            General ~ -12 ~ -12
            0 ~ 2.5 ~ 3
            0.00 ~ 3 ~ 3.00
            0% ~ 0.6 ~ 60%
            0.0% ~ 0.4567 ~ 45.7%
            0.00% ~ 0.28999999999999998 ~ 29.00%
            General"个" ~ 12 ~ 12个
            0"万元" ~ 500 ~ 500万元
            000 ~ 7 ~ 007
            0.## ~ 5 ~ 5
            0.## ~ 5.25 ~ 5.25
            0.0_ ~ 1.25 ~ 1.3
            G/通用格式 ~ 12.5 ~ 12.5
            0!.0,"万" ~ 123456 ~ 12.3万
            0!.0,"万" ~ 5000 ~ 0.5万
            0.00,, ~ 12345678 ~ 12.35
            [$¥-804]0.00 ~ 3.5 ~ ¥3.50
            0;\\(0\\) ~ -5 ~ (5)
            0;[Red]0 ~ -5 ~ 5
            0.0;-0.0;"无" ~ 0 ~ 无
            [>=10000]0!.0,"万";General ~ 123456 ~ 12.3万
            [>=10000]0!.0,"万";General ~ 800 ~ 800
            0.00E+00 ~ 12345 ~ 1.23E+04
            ?/? ~ 0.5 ~ 0.5
            """)
    void aNumberIsWhatItsCellShows(String code, double value, String shown) {
        assertThat(print(code, value)).isEqualTo(shown);
    }

    @Test
    void thousandsAreGrouped() {
        assertThat(print("#,##0", 1234567)).isEqualTo("1,234,567");
        assertThat(print("#,##0.00", 1234.5)).isEqualTo("1,234.50");
        assertThat(print("#,##0", 12)).isEqualTo("12");
    }

    @Test
    void whatAnAccountantsFormatFillsWithIsNotShown() {
        String code = "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";

        assertThat(print(code, 1234.5)).isEqualTo("1,234.50");
        assertThat(print(code, -1)).isEqualTo("-1.00");
        assertThat(print(code, 0)).isEqualTo("-");
        assertThat(FormatCode.of(code).print("甲")).isEqualTo("甲");
    }

    @Test
    void numbersInChineseNumeralsAreReadOut() {
        assertThat(print("[DBNum1][$-804]General", 123)).isEqualTo("一百二十三");
        assertThat(print("[DBNum1][$-804]General", 2023)).isEqualTo("二千零二十三");
        assertThat(print("[DBNum1]", 100_050)).isEqualTo("一十万零五十");
        assertThat(print("[DBNum2][$-804]General", 1200)).isEqualTo("壹仟贰佰");
        assertThat(print("[DBNum1]0", 123)).isEqualTo("一二三");
        assertThat(print("[DBNum1]\"第\"General\"项\"", 3)).isEqualTo("第三项");
        assertThat(print("[DBNum3]General", 12)).isEqualTo("１２");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '~', textBlock = """
            yyyy"年"m"月"d"日" ~ 2023年11月14日
            yyyy"年"m"月"d"日";@ ~ 2023年11月14日
            yyyy\\年m\\月 ~ 2023年11月
            yyyy!年mm!月dd!日 ~ 2023年11月14日
            [$-804]yyyy"年"m"月"d"日" ~ 2023年11月14日
            e"年"m"月" ~ 2023年11月
            yyyy-mm-dd ~ 2023-11-14
            yyyy/m/d h:mm ~ 2023/11/14 18:30
            yyyy/m/d h:mm:ss ~ 2023/11/14 18:30:00
            上午/下午h"时"mm"分" ~ 下午6时30分
            h:mm AM/PM ~ 6:30 PM
            yy.m.d ~ 23.11.14
            m"月"d"日" aaaa ~ 11月14日 星期二
            d-mmm-yy ~ 14-Nov-23
            [DBNum1][$-804]yyyy"年"m"月"d"日" ~ 二〇二三年十一月十四日
            [DBNum1][$-804]m"月"d"日" ~ 十一月十四日
            [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy ~ 2023年11月14日
            [$-F400]h:mm:ss\\ AM/PM ~ 18:30:00
            """)
    void aDayIsWrittenAsItsCodeSays(String code, String shown) {
        assertThat(print(code, 45244.770833333336)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '~', textBlock = """
            yyyy/m ~ 2025年6月
            yyyy/m;@ ~ 2025年6月
            yyyy/mm ~ 2025年6月
            yyyy-mm ~ 2025年6月
            yyyy\\-mm;@ ~ 2025年6月
            [$-804]yyyy"年"m"月" ~ 2025年6月
            yyyy"年"mm"月";@ ~ 2025年6月
            yyyy.m ~ 2025年6月
            yy/m ~ 2025年6月
            mmm-yy ~ 2025年6月
            mmmm yyyy ~ 2025年6月
            e/m ~ 2025年6月
            [DBNum1][$-804]yyyy"年"m"月" ~ 二〇二五年六月
            yyyy"年"m"月底前" ~ 2025年6月底前
            yyyy ~ 2025
            m"月" ~ 6月
            """)
    void aMonthIsWrittenOutAndNeverADay(String code, String shown) {
        // the first and the last day of it
        assertThat(print(code, 45809)).isEqualTo(shown);
        assertThat(print(code, 45838.5)).isEqualTo(shown);
    }

    @Test
    void hoursInAllMayBeMoreThanADay() {
        assertThat(print("[h]:mm", 1.5)).isEqualTo("36:00");
    }

    @Test
    void daysMayBeCountedFrom1904() {
        assertThat(FormatCode.of("yyyy-m-d").print(43782, true)).isEqualTo("2023-11-14");
    }

    @Test
    void aSerialThatIsNoDayIsANumber() {
        assertThat(print("yyyy-m-d", -3)).isEqualTo("-3");
    }

    @Test
    void aLetterInQuotesMakesNoDate() {
        assertThat(print("0\"days\"", 3)).isEqualTo("3days");
    }

    @Test
    void textsMayHaveWordsAroundThem() {
        assertThat(FormatCode.of("\"第\"@\"条\"").print("三")).isEqualTo("第三条");
        assertThat(FormatCode.of("0.00").print("三")).isEqualTo("三");
    }

    @Test
    void aBrokenCodeStillShowsTheNumber() {
        assertThat(print("0\"个", 3)).isEqualTo("3个");
        assertThat(print("[", 3)).isEmpty();
        assertThat(print("0\\", 3)).isEqualTo("3");
    }
}
