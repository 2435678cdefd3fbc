package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Omission.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaginationTests {
    private static final String OPEN = "甲市在确保安全的前提下，持续推进样例改革，不断扩大";

    @ParameterizedTest
    @ValueSource(strings = {"- 12 -", "—3—", "第3页", "第 3 页 共 10 页", "第3页/共10页", "·7·"})
    void aNumberBetweenDashesOrInWordsIsThatOfAPage(String text) {
        assertThat(Pagination.isNumber(Printed.line(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "3-5", "-5", "- -", "第3章", "第3项", "- 12345 -", "# - 3 -", "-\t3\t-", ""})
    void anotherNumberIsNot(String text) {
        assertThat(Pagination.isNumber(Printed.line(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3, 8, 3", "4, 8, 4", "2, 8, 0", "3, 7, 0", "4, 3, 0"})
    void bareNumbersCountPagesWhereThreeFollowEachOtherWellApart(int numbers, int distance, int marked) {
        List<String> printed = new ArrayList<>();
        for (int i = 1; i <= numbers; i++) {
            IntStream.range(1, distance).forEach(_ -> printed.add("样例改革已经完成。"));
            printed.add(String.valueOf(i));
        }

        assertThat(pageNumbers(printed)).isEqualTo(marked);
    }

    @Test
    void bareNumbersCountPagesWhereTheyStandInsideSentences() {
        List<String> printed = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            printed.addAll(List.of("样例改革已经完成。", "样例改革已经完成。", OPEN, String.valueOf(i), "覆盖范围。"));
        }

        assertThat(pageNumbers(printed)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "5", "二"})
    void numbersThatDoNotCountOnAreData(String second) {
        List<String> printed = new ArrayList<>();
        for (String number : List.of("1", second, "3")) {
            IntStream.range(0, 8).forEach(_ -> printed.add("样例改革已经完成。"));
            printed.add(number);
        }

        assertThat(pageNumbers(printed)).isZero();
    }

    @Test
    void aLineBesideThePageNumbersRunsAlongAllPagesButForTheTitleItRepeats() {
        List<String> printed = new ArrayList<>(List.of("样例白皮书", "样例改革已经完成。"));
        for (int i = 1; i <= 3; i++) {
            printed.addAll(List.of("- " + i + " -", "样例白皮书", "样例改革已经完成。"));
        }

        assertThat(marked(printed, Reason.REPEATED_HEADER)).containsExactly(3, 6, 9);
    }

    @Test
    void aLineInsideSentencesRunsAlongAllPages() {
        List<String> printed = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            printed.addAll(List.of(OPEN, "样例白皮书", "覆盖范围。"));
        }

        assertThat(marked(printed, Reason.REPEATED_HEADER)).containsExactly(1, 4, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"主要做法", "1.样例白皮书", "（样例白皮书）", "样例，白皮书", "白皮书"})
    void aLabelThatComesAgainIsText(String label) {
        List<String> printed = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            printed.addAll(List.of("样例改革已经完成。", label, "样例改革已经完成。"));
        }

        assertThat(marked(printed, Reason.REPEATED_HEADER)).isEmpty();
    }

    private static long pageNumbers(List<String> printed) {
        return marked(printed, Reason.PAGE_NUMBER).size();
    }

    private static List<Integer> marked(List<String> printed, Reason reason) {
        List<Line> lines = Pagination.mark(Printed.lines(printed.toArray(String[]::new)));
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).boilerplate() == reason)
                .boxed()
                .toList();
    }
}
