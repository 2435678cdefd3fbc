package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.page.SequenceCounts.Seam;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceCountsTests {
    private static final List<Line> TEXT = Printed.lines("样例样例样", "例样", "甲样例乙");

    @Test
    void countsWhatStandsSideBySideButNotOverTheEndOfALine() {
        SequenceCounts counts = new SequenceCounts(TEXT);

        assertThat(counts.of('样', '例')).isEqualTo(3);
        assertThat(counts.of('例', '样')).isEqualTo(3);
        assertThat(counts.of('样', '甲')).isZero();
        assertThat(counts.of('甲', '样', '例', '乙')).isEqualTo(new Seam(3, 1, 1));
        assertThat(counts.of('例', '样', '例', '样')).isEqualTo(new Seam(3, 1, 2));
    }

    @Test
    void manyQuestionsGetTheAnswersOfFewOnes() {
        SequenceCounts few = new SequenceCounts(TEXT);
        SequenceCounts many = new SequenceCounts(TEXT);
        for (int i = 0; i < 1000; i++) {
            many.of('样', '例');
        }

        for (String b : List.of("样", "例", "甲", "乙", "丙")) {
            for (String c : List.of("样", "例", "甲", "乙", "丙")) {
                assertThat(many.of('例', b.charAt(0), c.charAt(0), '样'))
                        .isEqualTo(few.of('例', b.charAt(0), c.charAt(0), '样'));
            }
        }
    }

    @Test
    void theTableGrowsWithoutLosingACount() {
        StringBuilder text = new StringBuilder();
        for (char c = '\u4e00'; c < '\u6e00'; c++) {
            text.append(c).append('样').append('\n');
        }
        SequenceTable table = new SequenceTable(text.toString());

        for (char c = '\u4e00'; c < '\u6e00'; c++) {
            assertThat(table.of(c, '样')).isEqualTo(1);
        }
        assertThat(table.of('样', '\u4e00')).isZero();
    }
}
