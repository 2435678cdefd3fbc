package io.casewire.catalog.lineage.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleCoreTests {
    @ParameterizedTest
    @CsvSource({
        "创新推出港口散粮熏蒸新模式, 港口散粮熏蒸",
        "打造口岸“一箱制”通关机制创新, 口岸一箱制通关",
        "新模式, 新模式",
        "改革试点, 改革试点",
        "ISO 9001 认证互认改革, iso9001认证互认",
    })
    void leavesOutTheWordsThatAnyTitleHas(String title, String core) {
        assertThat(TitleCore.of(title).text()).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({
        // spelling and script make no difference
        "综合保税区“即到即入”新模式, 綜合保稅區「即到即入」模式, 1.00, 1.00",
        // shortened, abbreviated, with words put between
        "船舶进出港申报新模式, 创新船舶监管打造进出港电子申报新模式, 0.75, 0.95",
        "推进船舶维修环境保护监管改革, 船舶维修环保监管, 0.80, 0.99",
        "港口散粮检疫“随船熏蒸”新模式, 港口散粮“随船熏蒸”检疫监管模式, 0.65, 0.99",
        // another subject or another deed
        "跨境电商零售进口退货监管, 跨境电商出口退税便利化, 0.30, 0.65",
        "植物新品种权质押融资, 碳配额质押登记, 0.00, 0.50",
        "边境口岸车辆快捷通关, 知识产权纠纷调解, 0.00, 0.10",
    })
    void sameInnovationsAreNearAndOthersFar(String one, String other, double least, double most) {
        double likeness = TitleCore.of(one).likeness(TitleCore.of(other));
        assertThat(likeness).isBetween(least, most);
        assertThat(TitleCore.of(other).likeness(TitleCore.of(one)))
                .as("either way")
                .isEqualTo(likeness);
    }
}
