package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeHeadingTests {
    @ParameterizedTest
    @CsvSource({
        "在全国范围内复制推广的改革事项, 全国",
        "在全国推广, 全国",
        "拟在自贸试验区复制推广的样例, 自贸试验区",
        "在样例片区实施的措施, 样例片区",
        "在甲市借鉴, 甲市",
    })
    void wordsOverAListSayWhereItIsToBeReplicated(String words, String scope) {
        assertThat(ScopeHeading.read(words)).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "贸易便利领域", "全国复制推广", "在特定区域推广", "在一定范围内推广", "在推进改革，扩大开放中推广", "样例改革在全国推广", "在全国"})
    void otherWordsNameNoScope(String words) {
        assertThat(ScopeHeading.read(words)).isNull();
    }
}
