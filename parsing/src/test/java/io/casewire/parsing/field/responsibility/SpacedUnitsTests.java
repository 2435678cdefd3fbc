package io.casewire.parsing.field.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacedUnitsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "责任单位：市港航局 市财政局　　东港海关|责任单位：市港航局、市财政局、东港海关",
                "牵头单位：市港航局  配合单位：市财政局 市税务局|牵头单位：市港航局  配合单位：市财政局、市税务局",
                "责任单位：市港航局（牵头） 市财政局|责任单位：市港航局（牵头）、市财政局",
                "责任单位：市 港 航 局|责任单位：市 港 航 局",
                "责任单位：市 市 场监管局、市财政局|责任单位：市 市 场监管局、市财政局",
                "责任单位：市公安局 交警支队|责任单位：市公安局 交警支队",
                "责任单位：市人民政府 办公室|责任单位：市人民政府 办公室",
                "责任单位：国家税务总局 甲市税务局|责任单位：国家税务总局 甲市税务局",
                "责任单位：市港航局 完成时限：2024年|责任单位：市港航局 完成时限：2024年",
                "市港航局 市财政局|市港航局 市财政局",
                "目标：市港航局 市财政局|目标：市港航局 市财政局",
                "责任单位：|责任单位："
            })
    void blanksBehindALabelPartWholeNames(String line, String marked) {
        assertThat(SpacedUnits.marked(line)).isEqualTo(marked);
    }
}
