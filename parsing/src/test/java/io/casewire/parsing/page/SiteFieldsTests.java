package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFieldsTests {
    @Test
    void aTableOfLabelledFieldsIsTheHeadOfASite() {
        Table fields = Printed.table(4, List.of(), "索引号|甲-1|发文机关|甲市", "成文日期|2024年3月1日|标题|样例");

        assertThat(SiteFields.of(fields))
                .containsExactly(
                        new Omission(4, Reason.METADATA, "索引号：\t甲-1\t发文机关：\t甲市"),
                        new Omission(5, Reason.METADATA, "成文日期：\t2024年3月1日\t标题：\t样例"));
    }

    /** The first row is the header where it begins with #; a stroke parts cells, a slash rows. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "labels above values;索引号|标题|文号/甲-1|样例|样政发〔2024〕1号;索引号~标题~文号 / 索引号：~甲-1~标题：~样例~文号：~样政发〔2024〕1号",
                "labels above values, twice;索引号|文号/甲-1|乙/标题|成文日期/样例|2024年;索引号~文号 / 索引号：~甲-1~文号：~乙 / 标题~成文日期 / 标题：~样例~成文日期：~2024年",
                "labels above values, read as a header;#索引号|标题|发布日期/甲-1|样例|2024年;索引号~标题~发布日期 / 索引号：~甲-1~标题：~样例~发布日期：~2024年",
                "a value over several columns;索引号|甲-1|文号|乙/标题|样例|样例|样例;索引号：~甲-1~文号：~乙 / 标题：~样例",
                "labels with colons;索引号：|甲-1/标题：|样例;索引号：~甲-1 / 标题：~样例",
                "label and value in one cell;发文机关：甲市|成文日期：2024年/标题：样例|文号：;发文机关：甲市~成文日期：2024年 / 标题：样例~文号：",
                "its first row read as a header;#名称|样例|发布时间|2024年/索引号|甲-1|文号|乙;名称：~样例~发布时间：~2024年 / 索引号：~甲-1~文号：~乙",
            })
    void theFieldsComeAsLinesOfLabelsAndValues(String name, String printed, String lines) {
        List<Omission> fields = Objects.requireNonNull(SiteFields.of(table(printed)));

        assertThat(String.join(" / ", fields.stream().map(Omission::text).toList()))
                .isEqualTo(lines.replace('~', '\t'));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "two labels beside each other;#名称|来源/索引号|1/发文机关|2",
                "one label only;索引号|1",
                "rows without a label;索引号|1/标题|2/甲|3",
                "a list of documents;#标题|文号|发文机关/甲|1|乙/丙|2|丁",
                "a list that counts;#序号|标题|发文字号|发文机关/1|甲|乙|丙",
                "labels that columns of data carry;名称|甲/来源|乙",
            })
    void aTableOfDataStays(String name, String printed) {
        assertThat(SiteFields.of(table(printed))).isNull();
    }

    private static Table table(String printed) {
        boolean header = printed.startsWith("#");
        String[] rows = printed.substring(header ? 1 : 0).split("/", -1);
        return header
                ? Printed.table(2, List.of(rows[0].split("[|]", -1)), Arrays.copyOfRange(rows, 1, rows.length))
                : Printed.table(1, List.of(), rows);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "values below their labels;索引号：/甲-1/标题：/关于样例的通知/正文;{0=索引号：, 1=索引号：甲-1, 2=标题：, 3=标题：关于样例的通知}",
                "blank lines between;索引号：//甲-1//文号：//样政发〔2024〕1号;{0=索引号：, 2=索引号：甲-1, 4=文号：, 6=文号：样政发〔2024〕1号}",
                "without colons;索引号/甲-1/发文机关/甲市/发布日期/2024-3-1;{0=索引号：, 1=索引号：甲-1, 2=发文机关：, 3=发文机关：甲市, 4=发布日期：, 5=发布日期：2024-3-1}",
                "a label without a value;文号：/索引号：/甲-1/正文;{0=文号：, 1=索引号：, 2=索引号：甲-1}",
                "a title is no number;索引号：/甲-1/文号：/甲市关于样例2024年的通知;{0=索引号：, 1=索引号：甲-1, 2=文号：}",
                "a heading is no value;索引号：/甲-1/标题：/# 样例的通知;{0=索引号：, 1=索引号：甲-1, 2=标题：}",
                "words are no date;索引号：/甲-1/发布日期：/昨日;{0=索引号：, 1=索引号：甲-1, 2=发布日期：}",
                "a year inside words is no date;索引号：/甲-1/发布日期：/见2024年样例;{0=索引号：, 1=索引号：甲-1, 2=发布日期：}",
                "a text that begins with a year is no date;索引号：/甲-1/发布日期：/2024年3月1日甲市推行样例改革试点工作的新情况;{0=索引号：, 1=索引号：甲-1, 2=发布日期：}",
                "day and hour;索引号：/甲-1/发布日期：/2024年3月1日（星期五）上午10时20分发布;{0=索引号：, 1=索引号：甲-1, 2=发布日期：, 3=发布日期：2024年3月1日（星期五）上午10时20分发布}",
                "the date in Chinese numerals;索引号：/甲-1/成文日期：/二〇二四年三月一日;{0=索引号：, 1=索引号：甲-1, 2=成文日期：, 3=成文日期：二〇二四年三月一日}",
                "a label of data before text is none of them;名称：/甲/正文/索引号：/甲-1/标题：/样例;{3=索引号：, 4=索引号：甲-1, 5=标题：, 6=标题：样例}",
                "one label alone;索引号：/甲-1;{}",
                "two words without colons;文号/样政发〔2024〕1号/标题/样例;{}",
                "three words without colons, one of them the site's own;名称/甲/来源/乙/索引号/甲-1;{}",
                "two of them its own;名称/甲/文号/样政发〔2024〕1号/索引号/甲-1;{0=名称：, 1=名称：甲, 2=文号：, 3=文号：样政发〔2024〕1号, 4=索引号：, 5=索引号：甲-1}",
                "labels of data;名称：/甲/来源：/乙;{}",
            })
    void labelsAndValuesMayStandOnLinesOfTheirOwn(String name, String printed, String fields) {
        Map<Integer, String> found = SiteFields.in(Printed.lines(printed.split("/", -1)));

        assertThat(new TreeMap<>(found)).hasToString(fields);
    }
}
