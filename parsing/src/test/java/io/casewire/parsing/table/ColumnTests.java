package io.casewire.parsing.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTests {
    @ParameterizedTest
    @CsvSource({
        "序 号, NUMBER",
        "成果名称, TITLE",
        "主要做法, PRACTICE",
        "主要做法（500字以内）, PRACTICE",
        "改革前, BACKGROUND",
        "改革后, PRACTICE",
        "试点措施, TITLE",
        "主要成效, EFFECTS",
        "所属自贸试验区, ORIGIN_ZONE",
        "完成时限, DEADLINE",
        "复制推广范围, SCOPE",
        "备注, NOTE",
    })
    void aHeaderGoesByManyNames(String header, Column column) {
        assertThat(Column.ofHeader(header)).contains(column);
    }

    @ParameterizedTest
    @CsvSource({
        "市级牵头处室单位, LEAD_UNIT",
        "省直主责部门, LEAD_UNIT",
        "市级协助单位, SUPPORTING_UNIT",
        "案例选送单位, ORIGIN_UNIT",
        "经验推广范围, SCOPE",
        "举措具体内容, SUMMARY",
        "优秀案例名称, TITLE",
    })
    void aNameThatNobodyListedIsToldByItsWords(String header, Column column) {
        assertThat(Column.ofHeader(header)).contains(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "天气", "样例单位", "企业名称", "实施范围以外的部分", "市级有关牵头单位和责任部门名称"})
    void aHeaderOfAnotherKindIsNone(String header) {
        assertThat(Column.ofHeader(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "序号/成果名称/主要做法;{NUMBER=0, TITLE=1, PRACTICE=2}",
                "序号/案例名称/成果名称;{NUMBER=0, TITLE=1}",
                "序号/成果名称/创新举措;{NUMBER=0, TITLE=1, PRACTICE=2}",
                "序号/创新举措/成果名称;{NUMBER=0, TITLE=2, PRACTICE=1}",
                "序号/创新举措/成果名称/主要做法;{NUMBER=0, TITLE=1, PRACTICE=3}",
                "天气;{}",
            })
    void ofTwoColumnsWithTitlesTheOneOfMeasuresTellsWhatWasDone(String header, String positions) {
        Map<Column, Integer> read = Column.positions(List.of(header.split("/", -1)));

        assertThat(read).hasToString(positions);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "序号/成果名称;true",
                "序号/成果名称/甲/乙;true",
                "序号/成果名称/甲/乙/丙;false",
                "序号/甲;false",
                "1/样例一;false",
                "序号/成果名称/甲市在样例片区推行的容缺受理改革已经覆盖了全部事项;false",
            })
    void aRowNamesColumnsWhereHalfOfItIsKnown(String cells, boolean header) {
        assertThat(Column.isHeader(List.of(cells.split("/", -1)))).isEqualTo(header);
    }
}
