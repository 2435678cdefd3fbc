package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifiedFormTests {
    @Test
    void keepsEveryCharacterInItsPlace() {
        assertThat(SimplifiedForm.of("創新後：責任單位、複製推廣 A1")).isEqualTo("创新后：责任单位、复制推广 A1");
    }

    @ParameterizedTest
    @CsvSource({
        "以後的皇后, 以后的皇后",
        "乾淨的幹部, 干净的干部",
        "發展理髮, 发展理发",
        "海關總署衞生檢疫, 海关总署卫生检疫",
        "專綫粧品, 专线妆品",
        "裡外裏外, 里外里外",
    })
    void givesManyCharactersTheOneFormOfTheMainland(String traditional, String simplified) {
        assertThat(SimplifiedForm.of(traditional)).isEqualTo(simplified);
    }

    @ParameterizedTest
    @CsvSource({
        "著力推進, 着力推进",
        "隨著試點擴大, 随着试点扩大",
        "意味著, 意味着",
        "成效顯著, 成效显著",
        "接著名單, 接著名单",
        "國務院批覆, 国务院批复",
        "反覆答覆, 反复答复",
        "雙重覆蓋, 双重覆盖",
        "憑藉優勢瞭解, 凭借优势了解",
        "慰藉瞭望, 慰藉瞭望",
    })
    void changesADependentCharacterOnlyBesideOneThatLeavesNoDoubt(String traditional, String simplified) {
        assertThat(SimplifiedForm.of(traditional)).isEqualTo(simplified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"著作权质押登记", "显著成效", "双重覆盖面", "着力打造", "干部后台", "乾县不改"})
    void leavesSimplifiedTextAsItIsButForTheOneCharacterBothScriptsHave(String simplified) {
        assertThat(SimplifiedForm.of(simplified)).isEqualTo(simplified.replace('乾', '干'));
    }

    @Test
    void takesNoSimplifiedTextForTraditionalBecauseOfAName() {
        assertThat(SimplifiedForm.isTraditional("瀋陽片區".repeat(4) + "推进通关便利化改革".repeat(40)))
                .isFalse();
        assertThat(SimplifiedForm.isTraditional("創新後，企業辦理時間縮短，責任單位為海關總署。".repeat(4)))
                .isTrue();
    }
}
