package io.casewire.parsing.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“码头直提” 新模式|“码头直提”新模式",
                "样例 通关 模式|样例通关模式",
                "改革 2.0|改革 2.0",
                "“多方协同 + 远程报押”|“多方协同+远程报押”",
                "创新前,手续多|创新前，手续多",
                "省市场监管局(省知识产权局)|省市场监管局（省知识产权局）",
                "ＢＩＭ模型１２项|BIM模型12项",
                "货值1,000万元|货值1,000万元",
                "<b>一、贸易便利化</b>|一、贸易便利化",
                "甲&amp;乙&nbsp;丙|甲&乙丙",
                "用地10<sup>4</sup>亩|用地10^4亩",
                "面积300m<sup>2</sup>|面积300m2",
                "产值<sup>12</sup>增长|产值增长",
                "浓度10<sup>-6</sup>以下|浓度10^-6以下",
                "样例<sup>①</sup>改革<sup>[2]</sup>举措<sup>〔3〕</sup>|样例改革举措",
                "第1<sup>st</sup>项|第1st项",
                "10<sup>1234</sup>项|101234项",
                "甲市<s>乙市</s><del>丙市</del>丁市|甲市丁市",
                "甲市<s>乙市|甲市乙市",
                "产值<sup>1|产值1",
                "**表 5** 成果|表 5 成果",
                "时间由a<b变为b|时间由a<b变为b"
            })
    void cleansWhatLayoutAdded(String printed, String repaired) {
        assertThat(Repair.clean(printed)).isEqualTo(repaired);
        assertThat(Repair.clean(repaired)).as("doing it twice").isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“码头直提” 新模式|“码头直提” 新模式",
                "“码头直提”<br>新模式|“码头直提”新模式",
                "<p>“码头直提”</p> <p>新模式</p>|“码头直提”新模式",
                "样例<br/>AEO<br />BIM 模式|样例AEO BIM 模式",
                "甲&amp;乙|甲&乙",
                "<span>　样例</span>　|样例",
                "<br>|''",
            })
    void aPrintedFormIsOneLineWithoutTags(String raw, String printed) {
        assertThat(Repair.printed(raw)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"'（一）细化标准，明确责任；完成。'", "'到2025年：达12项（含）！'"})
    void givesTheSameWhicheverWidthWasTyped(String text) {
        String narrow = text.replace('，', ',')
                .replace('；', ';')
                .replace('：', ':')
                .replace('！', '!')
                .replace('（', '(')
                .replace('）', ')');

        assertThat(Repair.clean(narrow)).isEqualTo(Repair.clean(text));
    }
}
