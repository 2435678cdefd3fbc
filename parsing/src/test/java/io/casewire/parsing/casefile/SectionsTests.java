package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.casefile.Sections.Label;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "主要做法|PRACTICE|4",
                "一、主要做法|PRACTICE|6",
                "【主要做法】推行预约|PRACTICE|6",
                "主要做法：推行预约|PRACTICE|5",
                "一、主要做法。推行预约|PRACTICE|7",
                "主要做法。|PRACTICE|5",
                "▶ 主要做法|PRACTICE|6",
                "主要做法 Main practices|PRACTICE|19",
                "主要做法 推行预约|-|0",
                "主要做法（样例改革）|PRACTICE|10",
                "主要做法（样例改革等）|-|0",
                "【 主要做法】推行预约|PRACTICE|7",
                "主要做法推行一次填报：甲|-|0",
                "主要做法。推行预约|-|0",
                "主要成效|EFFECTS|4",
                "改革背景|BACKGROUND|4",
                "创新亮点|SUMMARY|4",
                "主要内容|-|0",
                "推荐单位|-|0",
                "主要做法和主要成效以及其他|-|0",
                "推行预约|-|0",
            })
    void aSectionIsToldByItsLabel(String text, @Nullable Column column, int end) {
        assertThat(Sections.label(text)).isEqualTo(column == null ? null : new Label(column, end));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "甲/主要做法/乙/主要成效/丙|甲|乙|丙|''",
                "一、主要做法：甲/乙/二、主要成效。丙|''|甲,乙|丙|''",
                "一、主要做法/甲/二、下一步打算/乙|''|甲|''|乙",
                "一、主要做法/甲/【推广价值】乙|''|甲|''|乙",
                "一、主要做法/甲/（一）下一步打算/乙|''|甲,（一）下一步打算,乙|''|''",
                "一、主要做法/推荐单位：甲海关/乙|''|乙|''|''",
                "一、主要做法/甲/一、【推广价值及下一步在全国复制推广的建议意见】乙|''|甲|''|乙",
                "主要做法/下一步打算|''|下一步打算|''|''",
            })
    void aChapterIsDividedByItsLabels(String chapter, String lead, String practice, String effects, String other) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : chapter.split("/", -1)) {
            paragraphs.add(Paragraph.of(line, paragraphs.size() + 1));
        }
        Sections sections = Sections.of(paragraphs);

        assertThat(texts(sections.lead())).isEqualTo(lead);
        assertThat(texts(sections.practice())).isEqualTo(practice);
        assertThat(texts(sections.effects())).isEqualTo(effects);
        assertThat(texts(sections.other())).isEqualTo(other);
    }

    private static String texts(List<Paragraph> paragraphs) {
        return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource({
        "推荐单位：甲海关, true",
        "■ 推荐单位：甲海关, true",
        "推荐单位：甲海关。推广范围：全国, true",
        "主要做法：推行预约, false",
        "由甲推荐。推荐单位：甲海关, false",
        "推行预约, false"
    })
    void aFactSaysWhoOrWhereAndNothingElse(String text, boolean fact) {
        assertThat(Sections.isFact(text)).isEqualTo(fact);
    }
}
