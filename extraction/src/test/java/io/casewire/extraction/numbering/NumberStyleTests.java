package io.casewire.extraction.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTests {
    @ParameterizedTest
    @CsvSource({
        "decimal, 12, 12",
        "decimalFullWidth, 12, １２",
        "decimalZero, 7, 07",
        "decimalZero, 12, 12",
        "upperRoman, 49, XLIX",
        "lowerRoman, 4, iv",
        "upperLetter, 26, Z",
        "lowerLetter, 28, bb",
        "ordinal, 11, 11th",
        "ordinal, 22, 22nd",
        "ideographDigital, 7, 七",
        "ideographDigital, 10, 一〇",
        "ideographDigital, 24, 二四",
        "chineseCounting, 10, 十",
        "chineseCounting, 12, 十二",
        "chineseCounting, 20, 二十",
        "chineseCounting, 101, 一○一",
        "chineseCountingThousand, 12, 十二",
        "chineseCountingThousand, 20, 二十",
        "chineseCountingThousand, 100, 一百",
        "chineseCountingThousand, 101, 一百零一",
        "chineseCountingThousand, 110, 一百一十",
        "chineseCountingThousand, 1001, 一千零一",
        "chineseCountingThousand, 10101, 一万零一百零一",
        "chineseCountingThousand, 0, 零",
        "chineseLegalSimplified, 3, 叁",
        "chineseLegalSimplified, 11, 壹拾壹",
        "ideographLegalTraditional, 26, 貳拾陸",
        "taiwaneseCounting, 11, 十一",
        "taiwaneseDigital, 10, 一○",
        "japaneseCounting, 111, 百十一",
        "ideographTraditional, 1, 甲",
        "ideographTraditional, 10, 癸",
        "ideographTraditional, 11, 11",
        "ideographZodiac, 12, 亥",
        "ideographZodiacTraditional, 13, 丙子",
        "decimalEnclosedCircle, 1, ①",
        "decimalEnclosedCircle, 20, ⑳",
        "decimalEnclosedCircle, 21, 21",
        "decimalEnclosedCircleChinese, 10, ⑩",
        "decimalEnclosedCircleChinese, 11, 11",
        "decimalEnclosedFullstop, 2, ⒉",
        "decimalEnclosedParen, 12, ⑿",
        "ideographEnclosedCircle, 3, ㈢",
        "numberInDash, 3, - 3 -",
    })
    void writesNumbersAsTheStandardNamesThem(String name, int number, String printed) {
        assertThat(NumberStyle.named(name))
                .isNotNull()
                .extracting(style -> style.write(number))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12", "3, L", "10, 一二", "14, １２", "18, ⑫", "30, 12", "31, 亥", "37, 十二", "38, 壹拾贰", "39, 十二", "23, ''",
        "255, ''"
    })
    void binaryFilesNameThemByCodes(int code, String twelve) {
        assertThat(NumberStyle.coded(code))
                .isNotNull()
                .extracting(style -> style.write(12))
                .isEqualTo(twelve);
    }

    @Test
    void noTwoShareACode() {
        Set<Integer> codes = EnumSet.allOf(NumberStyle.class).stream()
                .flatMap(style -> java.util.stream.IntStream.range(0, 256)
                        .filter(code -> NumberStyle.coded(code) == style)
                        .boxed())
                .collect(Collectors.toSet());

        assertThat(codes).hasSize(NumberStyle.values().length);
    }

    @Test
    void unknownOnesAreNotGuessed() {
        assertThat(NumberStyle.named("hebrew1")).isNull();
        assertThat(NumberStyle.coded(45)).isNull();
    }
}
