package io.casewire.parsing.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.table.SiteField.Labelled;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFieldTests {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "标题, TITLE, false",
                "标题：, TITLE, false",
                "文件标题, TITLE, true",
                "名称, NAME, false",
                "发文单位：, ISSUER, true",
                "发布机构, PUBLISHER, true",
                "发布单位, PUBLISHER, false",
                "文号, NUMBER, true",
                "成文日期, DATED, true",
                "发布日期：, PUBLISHED, true",
                "发布时间, PUBLISHED, false",
                "索引号, FILED, true",
                "来源, FILED, false",
                "责任单位, -, false",
            })
    void aLabelSaysWhatItsFieldIs(String label, @Nullable SiteField field, boolean own) {
        assertThat(SiteField.ofLabel(label)).isEqualTo(field);
        assertThat(SiteField.isOwnLabel(label)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "标题：样例;TITLE=样例",
                "索引号：甲-1主题分类：商贸发文机关：甲市成文日期：2024年;FILED=甲-1, FILED=商贸, ISSUER=甲市, DATED=2024年",
                "索引号：~甲-1~文号：~乙;FILED=甲-1, NUMBER=乙",
                "标题：~样例~样例~样例;TITLE=样例",
                "标题：关于样例：甲的通知 文号：乙;TITLE=关于样例：甲的通知, NUMBER=乙",
                "文号：标题：样例;NUMBER=, TITLE=样例",
                "信息来源：甲;FILED=甲",
                "正文：样例;''",
            })
    void aValueEndsWhereTheNextLabelBegins(String line, String fields) {
        assertThat(SiteField.in(line.replace('~', '\t')).stream()
                        .map(SiteFieldTests::shortly)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(fields);
    }

    private static String shortly(Labelled labelled) {
        return labelled.field() + "=" + labelled.value();
    }
}
