package io.casewire.parsing.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTests {
    @ParameterizedTest
    @CsvSource({
        "第二章 总则, CHAPTER, 2",
        "二十一、要求, HAN, 21",
        "（十一）任务, HAN_PAREN, 11",
        "( 三 )任务, HAN_PAREN, 3",
        "3. 提高便利, ARABIC, 3",
        "1 .提高便利, ARABIC, 1",
        "12、任务, ARABIC, 12",
        "(4)任务, ARABIC_PAREN, 4",
        "5）任务, ARABIC_PAREN, 5",
        "⑪任务, CIRCLED, 11",
        "2.2024年底前公布, ARABIC, 2",
        "3．2025年6月底前建成, ARABIC, 3",
        "4.2024—2026年分批推进, ARABIC, 4",
        "5.9月底前验收, ARABIC, 5",
        "6.12月15日前报送, ARABIC, 6",
        "三是任务, RUN_IN, 3",
        "任务二：建设平台, NAMED, 2",
        "重点任务12：建设平台, NAMED, 12",
        "专项行动十一、提升便利, NAMED, 11",
        "重大工程 3 : 提升便利, NAMED, 3"
    })
    void readsTheOrdinalAPartBeginsWith(String text, Style style, int number) {
        Marker marker = Objects.requireNonNull(Marker.read(text));

        assertThat(marker.style()).isEqualTo(style);
        assertThat(marker.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5公里",
                "2.5个月内",
                "1.2024亿元",
                "3.1415",
                "2.2024",
                "2.5月租金",
                "2023年",
                "一带一路",
                "（上海自贸试验区）",
                "第一时间",
                "",
                "3D模型",
                "24小时",
                "任务一",
                "任务：建设平台",
                "行动一致、步调一致",
                "任务3个、措施5项",
                "国家重点研发计划任务一：建设平台",
                "案例一：建设平台"
            })
    void takesNothingElseForAnOrdinal(String text) {
        assertThat(Marker.read(text)).isNull();
    }
}
