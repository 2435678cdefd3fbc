package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleKeyTests {
    @ParameterizedTest
    @CsvSource({"“船舶通关”一次办理, 「船舶通关」一次 办理", "ＡＢ１改革, ab1改革", "保税+物流（试点）, 保税＋物流(试点)"})
    void spellingsOfOneTitleHaveOneKey(String one, String other) {
        assertThat(TitleKey.of(one)).isEqualTo(TitleKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"船舶通关一次办理, 船舶通关两次办理", "保税物流, 保税物流试点"})
    void otherTitlesHaveOtherKeys(String one, String other) {
        assertThat(TitleKey.of(one)).isNotEqualTo(TitleKey.of(other));
    }
}
