package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.NumberedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.创新前，手续多。\n2.创新后，一是提前申报。二是凭码提货。",
                "1.创新前，手续多。 2.创新后，一是提前申报。二是凭码提货。",
                "创新前，手续多。创新后，一是提前申报。二是凭码提货。"
            })
    void keepsTheBackgroundApartFromThePractice(String cell) {
        Passage passage = Passage.ofCell(cell);

        assertThat(passage.background()).isEqualTo("创新前，手续多。");
        assertThat(passage.text()).isEqualTo("创新后，一是提前申报。二是凭码提货。");
        assertThat(passage.items()).extracting(NumberedText::number).containsExactly(1, 2);
    }

    @Test
    void aNumberOfTwoDigitsBelongsToThePracticeWhole() {
        Passage passage = Passage.ofCell("11.创新前，手续多。12.创新后，一是提前申报。二是凭码提货。");

        assertThat(passage.background()).isEqualTo("创新前，手续多。");
        assertThat(passage.text()).isEqualTo("创新后，一是提前申报。二是凭码提货。");
    }

    @Test
    void aWordMayBeAllTheBackgroundThereIs() {
        assertThat(Passage.ofCell("创新前。创新后，凭码提货。")).isEqualTo(new Passage("创新前。", "创新后，凭码提货。", List.of()));
    }

    @Test
    void leavesACellWithoutBackgroundWhole() {
        Passage passage = Passage.ofCell("推行提前申报，改革后效果明显。");

        assertThat(passage.background()).isNull();
        assertThat(passage.text()).isEqualTo("推行提前申报，改革后效果明显。");
        assertThat(passage.items()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.推行预约/2.推行直提|推行预约, 推行直提",
                "做法如下：/1.推行预约/2.推行直提|推行预约, 推行直提",
                "1.推行预约/企业少跑一趟/2.推行直提|推行预约~企业少跑一趟, 推行直提",
                "1.推行预约/（1）网上/（2）窗口/2.推行直提|推行预约~（1）网上~（2）窗口, 推行直提",
                "1.推行预约/3.推行直提|''",
                "1.推行预约|''",
                "推行预约|''",
            })
    void numberedParagraphsAreItems(String cell, String items) {
        assertThat(String.join(
                        ", ",
                        Passage.items(cell.replace('/', '\n')).stream()
                                .map(NumberedText::text)
                                .toList()))
                .isEqualTo(items.replace('~', '\n'));
    }

    @Test
    void takesAShortFirstSentenceForTheHeadingOfAnItem() {
        assertThat(RunIns.split("一是严格监管。联合部门清理。二是盘活用地，引导转让。"))
                .containsExactly(new NumberedText(1, "严格监管", "联合部门清理。"), new NumberedText(2, null, "盘活用地，引导转让。"));
    }

    @Test
    void takesALabelBehindAColonForTheHeadingOfAnItem() {
        assertThat(RunIns.split("一是优化流程：材料一次提交。二是措施包括：自助申报、代办申报。"))
                .containsExactly(new NumberedText(1, "优化流程", "材料一次提交。"), new NumberedText(2, null, "措施包括：自助申报、代办申报。"));
        assertThat(Items.headed(1, "优化流程：材料一次提交。")).isEqualTo(new NumberedText(1, "优化流程", "材料一次提交。"));
    }
}
