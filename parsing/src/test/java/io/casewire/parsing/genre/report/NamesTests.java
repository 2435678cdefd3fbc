package io.casewire.parsing.genre.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.genre.report.Names.Hit;
import io.casewire.parsing.genre.report.Prose.Named;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {
    private static final Names NAMES = names("“样例预约”模式", "样例预约模式升级版", "样例短名", "泊位样例共享");

    @Test
    void quotationMarksAndBlanksDoNotCount() {
        assertThat(in("甲市的样例“预约”模式。")).containsExactly(new Hit(0, 3));
        assertThat(in("甲市的“样例预约” 模式。")).containsExactly(new Hit(0, 4));
    }

    @Test
    void ofTwoNamesThatBeginAtOnePlaceTheLongerStandsThere() {
        assertThat(in("样例预约模式升级版和泊位样例共享")).containsExactly(new Hit(1, 0), new Hit(3, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "样例短名", "样例预约的模式", "样例预约模", "泊位、样例共享"})
    void aShortNameOrHalfOfOneIsNotFound(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void nothingOutsideTheStretchCounts() {
        assertThat(NAMES.in("泊位样例共享", 1, 6)).isEmpty();
        assertThat(NAMES.in("泊位样例共享", 0, 5)).isEmpty();
    }

    private static List<Hit> in(String text) {
        return NAMES.in(text, 0, text.length());
    }

    private static Names names(String... titles) {
        return new Names(
                Stream.of(titles).map(title -> new Named(title, List.of())).toList());
    }
}
