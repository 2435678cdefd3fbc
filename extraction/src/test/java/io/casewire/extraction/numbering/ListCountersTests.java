package io.casewire.extraction.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.numbering.Level.Follower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListCountersTests {
    private final ListCounters counters = new ListCounters();

    private static Level level(NumberStyle style, String label, int restartLimit, boolean allArabic) {
        return new Level(1, style, 0, LabelTemplate.ofMarkup(label), restartLimit, allArabic, Follower.TAB);
    }

    private static ListDefinition list(int sequence, int number, Map<Integer, Integer> restarts, Level... first) {
        List<Level> levels = new ArrayList<>(List.of(first));
        while (levels.size() < Level.COUNT) {
            levels.add(Level.unsaid(levels.size()));
        }
        return new ListDefinition(sequence, number, levels, restarts);
    }

    private static final Level CHAPTER = level(NumberStyle.CHINESE_COUNTING_THOUSAND, "第%1章", 0, false);
    private static final Level POINT = level(NumberStyle.DECIMAL, "%1.%2", 1, false);
    private static final Level LEGAL = level(NumberStyle.DECIMAL, "%1.%2", 1, true);

    private String next(ListDefinition list, int level) {
        return counters.next(list, level).text();
    }

    @Test
    void aLowerLevelBeginsAnewBelowEachHigherOne() {
        ListDefinition list = list(1, 1, Map.of(), CHAPTER, POINT);

        assertThat(List.of(next(list, 0), next(list, 1), next(list, 1), next(list, 0), next(list, 1)))
                .containsExactly("第一章", "一.1", "一.2", "第二章", "二.1");
    }

    @Test
    void legalNumbersAreArabicWhateverTheStyleAbove() {
        ListDefinition list = list(1, 1, Map.of(), CHAPTER, LEGAL);

        assertThat(List.of(next(list, 0), next(list, 1))).containsExactly("第一章", "1.1");
    }

    @Test
    void legalNumbersKeepTheirNoughts() {
        Level padded = level(NumberStyle.DECIMAL_ZERO, "%1", 0, false);
        ListDefinition list = list(1, 1, Map.of(), padded, LEGAL);

        assertThat(List.of(next(list, 0), next(list, 1))).containsExactly("01", "01.1");
    }

    @Test
    void aLevelThatNeverRestartsGoesOn() {
        Level article = level(NumberStyle.CHINESE_COUNTING_THOUSAND, "第%2条", 0, false);
        ListDefinition list = list(1, 1, Map.of(), CHAPTER, article);

        assertThat(List.of(next(list, 0), next(list, 1), next(list, 0), next(list, 1)))
                .containsExactly("第一章", "第一条", "第二章", "第二条");
    }

    @Test
    void aLevelMayRestartAfterSomeHigherLevelsOnly() {
        Level section = level(NumberStyle.DECIMAL, "节%2", 1, false);
        Level item = level(NumberStyle.DECIMAL, "项%3", 1, false);
        ListDefinition list = list(1, 1, Map.of(), CHAPTER, section, item);

        assertThat(List.of(
                        next(list, 0),
                        next(list, 1),
                        next(list, 2),
                        next(list, 1),
                        next(list, 2),
                        next(list, 0),
                        next(list, 2)))
                .containsExactly("第一章", "节1", "项1", "节2", "项2", "第二章", "项1");
    }

    @Test
    void listsOfASequenceGoOnWithEachOtherUnlessOneRestarts() {
        ListDefinition first = list(1, 1, Map.of(), CHAPTER);
        ListDefinition second = list(1, 2, Map.of(), CHAPTER);
        ListDefinition anew = list(1, 3, Map.of(0, 5), CHAPTER);

        assertThat(List.of(next(first, 0), next(second, 0), next(anew, 0), next(anew, 0), next(first, 0)))
                .containsExactly("第一章", "第二章", "第五章", "第六章", "第七章");
    }

    @Test
    void aRestartHoldsBelowEachHigherLevel() {
        ListDefinition list = list(1, 1, Map.of(1, 3), CHAPTER, POINT);

        assertThat(List.of(next(list, 0), next(list, 1), next(list, 0), next(list, 1)))
                .containsExactly("第一章", "一.3", "第二章", "二.3");
    }

    @Test
    void aLevelThatWasSkippedStandsAtItsFirstNumberAndIsNotCounted() {
        ListDefinition list = list(1, 1, Map.of(), CHAPTER, POINT);

        assertThat(List.of(next(list, 1), next(list, 0))).containsExactly("一.1", "第一章");
    }

    @Test
    void otherSequencesDoNotInterfere() {
        ListDefinition one = list(1, 1, Map.of(), CHAPTER);
        ListDefinition other = list(2, 2, Map.of(), CHAPTER);

        assertThat(List.of(next(one, 0), next(other, 0), next(one, 0))).containsExactly("第一章", "第一章", "第二章");
    }

    @Test
    void binaryTemplatesMarkTheirNumbersByPlace() {
        LabelTemplate template = LabelTemplate.ofPlaceholders("第\0章\1节", new byte[] {2, 4, 0, 0});

        assertThat(template).isEqualTo(LabelTemplate.ofMarkup("第%1章%2节"));
    }

    @Test
    void aPercentSignThatNamesNoLevelIsPrinted() {
        assertThat(LabelTemplate.ofMarkup("100%、%0").parts()).containsExactly(new LabelTemplate.Part.Words("100%、%0"));
    }

    @Test
    void aMarkAsWideAsACharacterNeedsNoBlankBehindIt() {
        assertThat(new Label("一、", Follower.TAB).before("总体要求")).isEqualTo("一、总体要求");
        assertThat(new Label("1.", Follower.TAB).before("2026年底前")).isEqualTo("1. 2026年底前");
        assertThat(new Label("第一条", Follower.SPACE).before("为了")).isEqualTo("第一条 为了");
        assertThat(new Label("(1)", Follower.NOTHING).before("甲")).isEqualTo("(1)甲");
        assertThat(new Label("3", Follower.TAB).before("")).isEqualTo("3");
        assertThat(Label.NONE.before("甲")).isEqualTo("甲");
    }
}
