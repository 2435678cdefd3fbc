package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsTests {
    @ParameterizedTest
    @ValueSource(strings = {"表5 样例指标", "表 5 样例指标", "表二 样例指标", "表十", "附表", "附表1", "附表 三 样例指标"})
    void aTableIsNamedByItsNumberOrAsAnAnnex(String text) {
        assertThat(Captions.isCaption(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "表", "表示同意", "表格如下", "附表格式说明", "列表5", "见表5"})
    void wordsThatOnlyBeginAlikeNameNoTable(String text) {
        assertThat(Captions.isCaption(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {88, 89})
    void aParagraphIsNoCaption(int length) {
        assertThat(Captions.isCaption("表5" + "样".repeat(length))).isEqualTo(length == 88);
    }
}
