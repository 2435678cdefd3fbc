package io.casewire.parsing.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every recogniser promises, whatever it reads. */
class RecogniserTests {
    private static final List<String> TEXTS = List.of(
            "",
            "样例",
            "甲市推行样例改革，企业少跑一趟。",
            "1./2./3./4./5.",
            "案例一/案例二/案例三",
            "样例改革经验清单/序号_成果名称~1_~2_",
            "样例改革案例/主要做法/主要成效/主要做法/主要成效",
            "关于复制推广样例的通知/“/“”/：“样例”、",
            "样例行动方案/任务/责任单位：/时限：");

    static Stream<Arguments> recognisersAndTexts() {
        return Genres.ALL.stream().flatMap(recogniser -> TEXTS.stream().map(text -> Arguments.of(recogniser, text)));
    }

    @ParameterizedTest
    @MethodSource("recognisersAndTexts")
    void readsAnyTextAndTheSameTwice(Recogniser recogniser, String text) {
        assertThat(Recognised.by(recogniser, text).findings())
                .isEqualTo(Recognised.by(recogniser, text).findings());
    }

    @ParameterizedTest
    @MethodSource("recognisersAndTexts")
    void isNeverSurerThanItSaidItCouldBe(Recogniser recogniser, String text) {
        assertThat(Recognised.by(recogniser, text).score()).isBetween(0, recogniser.highest());
    }

    @ParameterizedTest
    @MethodSource("recognisers")
    void anEmptyDocumentIsOfNoGenre(Recogniser recogniser) {
        assertThat(Recognised.by(recogniser, "").score()).isZero();
        assertThat(Recognised.by(recogniser, "").findings().records()).isEmpty();
    }

    static List<Recogniser> recognisers() {
        return Genres.ALL;
    }
}
