package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTests {
    private static final List<Line> TEXT = Printed.lines("甲市推行容缺受理", "乙市容缺办结", "丙市容缺5日", "夯实底座，垫高底座", "时时提醒，时刻更新，时刻在线");

    @ParameterizedTest
    @CsvSource({
        "样例甲, 丁戊己, 0",
        "先容, 缺席三天, 1",
        "推行容, 缺席三天, 2",
        "先容, 缺受理件, 2",
        "推行容, 缺受理件, 3",
        "样容, 缺5日内, 1",
        "样例推, 广甲乙, 1",
    })
    void aSeamFitsTheBetterTheMoreOfItStandsElsewhere(String left, String right, int fit) {
        assertThat(new Pairs(TEXT).fit(left, right)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"容, 缺受理件", "推行容, 缺"})
    void oneCharacterOnASideProvesNothing(String left, String right) {
        assertThat(new Pairs(TEXT).fit(left, right)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "实现整体样例, 样例放行, 2",
        "实现整体样例办理, 样例办理完毕, 4",
        "实现整体样例, 样例, 0",
        "型号ABAB, ABC, 0",
        "牢牢托住底, 底座之上, 1",
        "牢牢托住受, 受理之上, 0",
        "做到时, 时刻在线, 0",
    })
    void charactersPrintedTwiceAtAPageBreakOverlap(String left, String right, int overlap) {
        assertThat(new Pairs(TEXT).overlap(left, right)).isEqualTo(overlap);
    }
}
