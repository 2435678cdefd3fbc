package io.casewire.parsing.genre.casestudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseStudiesTests {
    private static final String THREE =
            "/1. 样例甲/甲片区先行。/一、统一入口/（一）合并预约/三套并成一套。/2. 样例乙/一、归并材料/只填一张。" + "/3. 样例丙/一、前移服务/同步编制。/二、现场验收/一次到场。";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "three cases with outlines of their own;样例改革案例/1. 甲/一、做法/推行。/2. 乙/一、做法/推行。/3. 丙/一、做法/推行。;75",
                "two are too few;样例改革案例/1. 甲/一、做法/推行。/2. 乙/一、做法/推行。;0",
                "one outline that goes on;样例改革案例/1. 甲/一、做法/推行。/2. 乙/二、做法/推行。/3. 丙/三、做法/推行。;0",
                "nothing says cases;样例通告/1. 甲/一、条款/推行。/2. 乙/一、条款/推行。/3. 丙/一、条款/推行。;0",
                "sentences for titles;样例改革案例/1. 甲。/一、做法/推行。/2. 乙。/一、做法/推行。/3. 丙。/一、做法/推行。;0",
            })
    void casesBeginTheirOutlinesAnew(String name, String text, int score) {
        assertThat(Recognised.by(new CaseStudies(), text).score()).isEqualTo(score);
    }

    @Test
    void aCaseIsItsLeadAndItsOutline() {
        List<CaseRecord> cases = read("福建自贸试验区样例改革案例" + THREE).cases();

        assertThat(cases)
                .extracting(CaseRecord::number, CaseRecord::title, CaseRecord::summary, CaseRecord::zones)
                .containsExactly(
                        tuple(1, "样例甲", "甲片区先行。", List.of("福建自贸试验区")),
                        tuple(2, "样例乙", null, List.of("福建自贸试验区")),
                        tuple(3, "样例丙", null, List.of("福建自贸试验区")));
        assertThat(Objects.requireNonNull(cases.getFirst().practice()).text()).isEqualTo("一、统一入口\n（一）合并预约\n三套并成一套。");
        assertThat(Objects.requireNonNull(cases.getLast().practice()).measures())
                .extracting(part -> part.number() + " " + part.heading() + " " + part.text())
                .containsExactly("1 前移服务 同步编制。", "2 现场验收 一次到场。");
    }

    @Test
    void aColumnGoesOnWhereItsNumberIsTheOnlyOneThatFits() {
        List<CaseRecord> cases = read("样例改革案例/1. 样例甲/一、统一入口/合并。/2. 样例乙/一、归并材料/只填一张。/二、共用影像/拍一次照。"
                        + "/3. 样例丙/一、前移服务/同步编制。/三、到期提醒/自动提醒。")
                .cases();

        assertThat(cases.stream()
                        .map(found -> Objects.requireNonNull(found.practice()).text()))
                .containsExactly("一、统一入口\n合并。", "一、归并材料\n只填一张。\n二、共用影像\n拍一次照。\n三、到期提醒\n自动提醒。", "一、前移服务\n同步编制。");
    }

    @Test
    void whatNoCaseSurelyGoesOnWithIsToldAndPlacedNowhere() {
        Recognised read = read("样例改革案例" + THREE + "/五、到期提醒/自动提醒。");

        assertThat(read.diagnostics())
                .containsExactly(
                        "COLUMN_NOT_PLACED: A stretch of text beginning '五、到期提醒' continues none of the cases for certain");
        assertThat(read.cases().stream()
                        .map(found -> Objects.requireNonNull(found.practice()).text()))
                .noneMatch(text -> text.contains("到期提醒"));
    }

    @Test
    void whatIsOddIsTold() {
        assertThat(read("样例改革案例，共4个案例/1. 样例甲/一、统一入口/合并。/2. 样例乙/一、归并材料/二、共用影像/拍一次照。"
                                + "/4. 样例丙/一、前移服务/同步编制。/（二）现场验收/一次到场。")
                        .diagnostics())
                .contains(
                        "HEADING_WITHOUT_TEXT: No text was found below '一、归并材料'",
                        "NUMBERING_GAP: Number 3 is missing before 4",
                        "DECLARED_COUNT_MISMATCH: The document declares 4 cases, 3 were found");
    }

    @Test
    void aSentenceThatGoesOnNowhereIsTold() {
        String torn = "同步编制。" + "样例片区持续推行预约".repeat(7);

        assertThat(read("样例改革案例" + THREE + torn + "。").diagnostics()).isEmpty();
        assertThat(read("样例改革案例" + THREE + torn).diagnostics())
                .containsExactly("TEXT_BREAKS_OFF: The sentence ending '预约样例片区持续推行预约' goes on nowhere in the document");
    }

    private static Recognised read(String text) {
        return Recognised.by(new CaseStudies(), text);
    }
}
