package io.casewire.parsing.genre.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Style;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnassignedTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "on and on;ARABIC;1.推行样例改革一，企业少跑一趟。/2.推行样例改革二，企业少跑一趟。/样例/3.推行样例改革三，企业少跑一趟。;3",
                "anew in every chapter;ARABIC;1.推行样例改革一，企业少跑一趟。/2.推行样例改革二，企业少跑一趟。/1.推行样例改革三，企业少跑一趟。;2",
                "names;ARABIC;1.样例一/2.样例二/3.样例三;0",
                "another style;ARABIC;（一）推行样例改革一，企业少跑一趟。/（二）推行样例改革二，企业少跑一趟。;0",
                "that style;HAN_PAREN;（一）推行样例改革一，企业少跑一趟。/（二）推行样例改革二，企业少跑一趟。;2",
                "without chapters;HAN;一、推行样例改革一。企业少跑一趟。/二、推行样例改革二。企业少跑一趟。;2",
                "chapters, long as they are;HAN;一、推行样例改革并且让企业少跑好几趟/二、推行样例改革二。企业少跑一趟。;0",
            })
    void countsSentencesNumberedOnAndOn(String name, Style style, String text, int count) {
        assertThat(Unassigned.count(paragraphs(text), style)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"5, 0, true", "5, 2, true", "5, 3, false", "4, 0, false"})
    void mostNameNobodyWhereFewerThanHalfDo(int all, int told, boolean most) {
        List<Paragraph> paragraphs = IntStream.rangeClosed(1, all)
                .mapToObj(i -> Paragraph.of(i + ".推行样例改革事项，少跑一趟。" + (i <= told ? "（责任单位：市港航局）" : ""), i))
                .toList();

        assertThat(Unassigned.areMost(paragraphs, Style.ARABIC)).isEqualTo(most);
    }

    @Test
    void aChapterOnCarryingOutHoldsNoMeasures() {
        assertThat(Unassigned.isOfCarryingOut(List.of("组织实施"))).isTrue();
        assertThat(Unassigned.isOfCarryingOut(List.of("强化保障措施", "样例"))).isTrue();
        assertThat(Unassigned.isOfCarryingOut(List.of("贸易便利", "组织实施"))).isFalse();
        assertThat(Unassigned.isOfCarryingOut(List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.甲/（1）乙/①丙/2.丁;3",
                "1.甲/样例/2.丁;1",
                "1.甲/（一）乙;1",
                "1.甲/（1）乙;2",
            })
    void anItemTakesThePartsNumberedBelowIt(String text, int length) {
        assertThat(Unassigned.at(paragraphs(text), 0, Style.ARABIC)).hasSize(length);
    }

    private static List<Paragraph> paragraphs(String text) {
        return Stream.of(text.split("/", -1)).map(line -> Paragraph.of(line, 1)).toList();
    }
}
