package io.casewire.replication.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.replication.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTests {
    @Test
    void isFoundBelowTitlesWhereverColumnsStand() {
        Head head = found(
                List.of("湖南省复制推广任务台账"),
                List.of("填报单位：", "", "日期："),
                List.of("备 注", "状态*", "进度（％）", "联系电话", "编号"),
                List.of("甲", "推进中", "30", "1", "obl-1"));

        assertThat(head.columns())
                .containsOnlyKeys(Column.REMARK, Column.STATUS, Column.PERCENT, Column.ID)
                .containsEntry(Column.ID, 4);
        assertThat(head.unknown()).containsExactly("联系电话");
        assertThat(head.after()).isEqualTo(3);
    }

    @Test
    void goesOverTwoRowsWhereSomeAreMergedDownwards() {
        Head head = found(
                List.of("序号", "案例名称", "地区代码", "文号", "落实情况", "", "编号"),
                List.of("", "", "", "", "责任部门", "责任人", ""),
                List.of("1", "甲", "430000", "国函1号", "商务厅", "王", "obl-1"));

        assertThat(head.columns())
                .containsEntry(Column.CASE_TITLE, 1)
                .containsEntry(Column.DEPARTMENT, 4)
                .containsEntry(Column.PERSON, 5)
                .containsEntry(Column.ID, 6);
        assertThat(head.unknown()).isEmpty();
        assertThat(head.after()).isEqualTo(2);
    }

    @Test
    void aHeadingThatStandsTwiceIsTold() {
        assertThat(found(List.of("编号", "状态", "备注", "状态")).twice()).containsExactly("状态");
    }

    @Test
    void rowsThatNameNothingAreNone() {
        assertThat(Head.in(rows(List.of("甲", "乙"), List.of("状态")))).isEmpty();
    }

    @SafeVarargs
    private static Head found(List<String>... cells) {
        return Head.in(rows(cells)).orElseThrow();
    }

    @SafeVarargs
    private static List<SheetRow> rows(List<String>... cells) {
        List<SheetRow> rows = new ArrayList<>();
        for (List<String> row : cells) {
            rows.add(new SheetRow("", rows.size() + 1, row, false));
        }
        return rows;
    }
}
