package io.casewire.parsing.genre.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.page.PageReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptionRecogniserTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "甘肃省天水市复制推广“到期提醒”模式，归集到期信息。|天水市|620500|甘肃省|“到期提醒”模式",
                "例如，江西省赣州市复制推广“铁路箱下水”经验做法，实现直装。|赣州市|360700|江西省|铁路箱下水",
                "又如，青海省积极复制推广“自行核销”，覆盖全部企业。|青海省|630000|青海省|自行核销",
                "天水市率先借鉴“一照通行”改革，推进涉企审批。|天水市|620500|甘肃省|“一照通行”改革",
                "山西省大同市以设立综保区为契机，复制推广“抵港直装”新模式，提升效率。|大同市|140200|山西省|“抵港直装”新模式",
                "贵州省样例综保区复制推广“四自”监管制度，减少审批。|样例综保区|-|贵州省|“四自”监管制度",
                "宁夏回族自治区复制推广企业开办“智能表单”新模式，一次填报。|宁夏回族自治区|640000|宁夏回族自治区|企业开办“智能表单”新模式"
            })
    void readsWhichRegionReplicatedWhat(
            String sentence, String region, @Nullable String code, String province, String result) {
        List<AdoptionRecord> adoptions = adoptions(sentence);
        assertThat(adoptions).hasSize(1);
        AdoptionRecord adoption = adoptions.getFirst();
        assertThat(adoption.region()).isEqualTo(region);
        assertThat(adoption.regionCode()).isEqualTo(code);
        assertThat(adoption.province()).isEqualTo(province);
        assertThat(adoption.resultName()).isEqualTo(result);
        assertThat(sentence).contains(adoption.quote());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "各地复制推广投资便利化创新成果，推动企业办事更便利。",
                "国务院印发《关于做好“先行”改革试点经验复制推广工作的通知》。",
                "甘肃省建立复制推广台账并实施销号管理。",
                "甘肃省出台办法，打通复制推广“最后一公里”。",
                "江西省把复制推广工作列入年度重点。",
                "该模式已在全国复制推广。",
                "企业复制推广“自行核销”制度。",
                "江西省复制推广第七批24项改革试点经验。"
            })
    void takesNoOtherSentenceForAnAdoption(String sentence) {
        assertThat(adoptions(sentence)).isEmpty();
    }

    @Test
    void readsSeveralResultsOfOneSentence() {
        assertThat(adoptions("江西省赣州市复制推广“抵港直装”“船边直提”等做法。"))
                .extracting(AdoptionRecord::resultName)
                .containsExactly("抵港直装", "船边直提");
    }

    @Test
    void takesTheFiguresUpToTheNextExample() {
        List<AdoptionRecord> adoptions = adoptions(
                "例如，江西省赣州市复制推广“铁路箱下水”模式，实现直装。2024年，办理直运箱3.2万标箱，同比增长48.7%。" + "又如，青海省海东市复制推广“自行核销”制度，年节约成本近150万元。");
        assertThat(adoptions).hasSize(2);
        assertThat(adoptions.getFirst().metrics()).hasSize(2);
        assertThat(adoptions.getFirst().quote()).isEqualTo("江西省赣州市复制推广“铁路箱下水”模式，实现直装。");
        assertThat(adoptions.getLast().metrics()).hasSize(1);
    }

    private static List<AdoptionRecord> adoptions(String text) {
        DocumentIdentity identity = new DocumentIdentity("某报告", null, null, null, "某报告");
        return new AdoptionRecogniser(Gazetteer.standard())
                .read(PageReader.read("report.txt", text), identity).records().stream()
                        .map(AdoptionRecord.class::cast)
                        .toList();
    }
}
