package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MashedTableTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a line a row;序号改革举措主要内容/1样例甲　　甲市推行预约。/2样例乙　　乙市推行共享。;1,样例甲,甲市推行预约。 2,样例乙,乙市推行共享。",
                "right behind the names;序号改革举措主要内容1样例甲　　甲市推行预约。/2样例乙　　乙市推行共享。;1,样例甲,甲市推行预约。 2,样例乙,乙市推行共享。",
                "two on a line;序号改革举措主要内容/1样例甲　　甲市推行预约。2样例乙　　乙市推行共享。;1,样例甲,甲市推行预约。 2,样例乙,乙市推行共享。",
                "groups;序号改革举措主要内容一、通关/1样例甲　　甲市推行预约。二、金融/2样例乙　　乙市推行共享。" + ";一、通关,, 1,样例甲,甲市推行预约。 二、金融,, 2,样例乙,乙市推行共享。",
                "groups behind the rows;序号改革举措主要内容一、通关1样例甲　　甲市推行预约。二、金融2样例乙　　乙市推行共享。"
                        + ";一、通关,, 1,样例甲,甲市推行预约。 二、金融,, 2,样例乙,乙市推行共享。",
                "numbers in the sentences;序号改革举措主要内容/1样例甲　　甲市分2步推行。时间由3天缩为1天。/2样例乙　　乙市推行共享。"
                        + ";1,样例甲,甲市分2步推行。时间由3天缩为1天。 2,样例乙,乙市推行共享。",
                "four columns;编号案例名称主要做法责任单位/1.样例甲　　推行预约。　　甲局/2.样例乙　　推行共享。　　乙局" + ";1,样例甲,推行预约。,甲局 2,样例乙,推行共享。,乙局",
                "a bracket at the end of a row;序号改革举措主要内容/1样例甲　　甲市推行预约（试行）2样例乙　　乙市推行共享。;1,样例甲,甲市推行预约（试行） 2,样例乙,乙市推行共享。",
                "a blank behind a row;序号改革举措主要内容/1样例甲　　甲市推行预约 2样例乙　　乙市推行共享。;1,样例甲,甲市推行预约 2,样例乙,乙市推行共享。",
                "a wide blank behind a row;序号改革举措主要内容/1样例甲　　甲市推行预约　2样例乙　　乙市推行共享。;1,样例甲,甲市推行预约 2,样例乙,乙市推行共享。",
                "narrow blanks;序号改革举措主要内容/1样例甲  甲市推行预约。/2样例乙  乙市推行共享。;1,样例甲,甲市推行预约。 2,样例乙,乙市推行共享。",
            })
    void putsATableOfWhichOnlyTheWordsWereKeptBackTogether(String name, String printed, String cells) {
        FlatTable.Found found = read(printed);

        assertThat(found == null ? "-" : cells(found)).isEqualTo(cells);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "序号改革举措/1样例甲　　甲市推行预约。/2样例乙　　乙市推行共享。",
                "序号改革举措主要内容/1样例甲甲市推行预约。/2样例乙乙市推行共享。",
                "序号改革举措主要内容/1样例甲　　甲市推行预约。/3样例乙　　乙市推行共享。",
                "序号改革举措主要内容由甲市编制/1样例甲　　甲市推行预约。/2样例乙　　乙市推行共享。",
                "改革举措主要内容/1样例甲　　甲市推行预约。/2样例乙　　乙市推行共享。",
            })
    void whatCannotBeDividedForCertainIsNoTable(String printed) {
        assertThat(read(printed)).isNull();
    }

    @Test
    void everyRowKnowsItsLine() {
        FlatTable.Found found = Objects.requireNonNull(read("序号改革举措主要内容/1样例甲　　甲市推行预约。/2样例乙　　乙市推行共享。/样例如上。"));

        assertThat(found.next()).isEqualTo(3);
        assertThat(found.table().lines()).isEqualTo(new LineRange(1, 3));
        assertThat(found.table().rows().getLast().lines()).isEqualTo(new LineRange(3, 3));
    }

    private static FlatTable.@Nullable Found read(String printed) {
        List<Line> lines = Printed.lines(printed.split("/", -1));
        return MashedTable.read(lines, new boolean[lines.size()], 0);
    }

    private static String cells(FlatTable.Found found) {
        return found.table().rows().stream()
                .map(Row::cells)
                .map(cells -> String.join(",", cells))
                .collect(Collectors.joining(" "));
    }
}
