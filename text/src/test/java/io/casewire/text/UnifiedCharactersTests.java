package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifiedCharactersTests {
    @ParameterizedTest
    @CsvSource({
        "⻓江⺠⽣, 长江民生",
        "⻋辆进⼝⻔到⻔, 车辆进口门到门",
        "⾦融⾏业, 金融行业",
        "\uf91d干, 欄干",
        "\ue81e\ue826, 龴龵",
        "\ue84e\ue863, 䦅䶮",
        "A1，中文, A1，中文",
    })
    void givesEveryCharacterItsOneCodePoint(String printed, String unified) {
        assertThat(UnifiedCharacters.of(printed)).isEqualTo(unified);
    }

    @Test
    void readsTheFullWidthBlankOfOlderPages() {
        assertThat(UnifiedCharacters.of("\ue5e5\ue5e5一、任务")).isEqualTo("　　一、任务");
    }

    @Test
    void goesBeyondTheBasicPlaneWhereTheCharacterLiesThere() {
        assertThat(UnifiedCharacters.of("⺮\ue816")).isEqualTo("𥫗𠂇");
        assertThat(UnifiedCharacters.of(
                        new StringBuilder().appendCodePoint(0x2f800).toString()))
                .isEqualTo("丽");
    }

    @Test
    void leavesPrivateUseOfOthersAlone() {
        assertThat(UnifiedCharacters.of("\uf0b7\ue000")).isEqualTo("\uf0b7\ue000");
    }
}
