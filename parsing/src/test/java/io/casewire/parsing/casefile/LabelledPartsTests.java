package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledPartsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "主要做法：推行预约。推荐单位：甲海关。|''|{PRACTICE=推行预约。, ORIGIN_UNIT=甲海关。}",
                "样例预约。主要做法：推行预约。|样例预约。|{PRACTICE=推行预约。}",
                "【主要做法】推行预约。|''|{PRACTICE=推行预约。}",
                "样例预约（主要做法：推行预约）|样例预约（主要做法：推行预约）|{}",
                "（主要做法：推行预约|''|{PRACTICE=推行预约}",
                "主要做法：推行预约。主要做法：推行直提。|''|{PRACTICE=推行预约。~推行直提。}",
                "甲、主要做法：推行预约|甲、主要做法：推行预约|{}",
                "一是，主要做法：推行预约|一是，主要做法：推行预约|{}",
                "名称：样例预约|名称：样例预约|{}",
                "备注：样例|备注：样例|{}",
                "某某某某某某某某某某某：推行|某某某某某某某某某某某：推行|{}",
                "主要做法：|''|{PRACTICE=}",
                "推行预约|推行预约|{}",
            })
    void labelsDivideATextAsColumnsDoARow(String text, String lead, String parts) {
        LabelledParts read = LabelledParts.of(text);

        assertThat(read.lead()).isEqualTo(lead);
        assertThat(new TreeMap<>(read.parts()).toString()).isEqualTo(parts.replace('~', '\n'));
    }
}
