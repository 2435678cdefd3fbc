package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a title and two entries with pages;目录/1.样例一...1/2.样例二...4/正文开始。;0-2",
                "a title and one entry;目录/1.样例一...1/正文开始。;-",
                "four numbered entries without a title;1.样例一 1/2.样例二 3/3.样例三 5/4.样例四 9/正文开始。;0-3",
                "three are too few;1.样例一 1/2.样例二 3/3.样例三 5/正文开始。;-",
                "pages that go down end it;1.样例一 5/2.样例二 6/3.样例三 7/4.样例四 8/5.样例五 2/正文开始。;0-3",
                "a heading without a page between entries;目录/1.样例一...1/第二部分/2.样例二...4/正文开始。;0-3",
                "a sentence ends it;目录/1.样例一...1/2.样例二...4/样例如下，/3.样例三...9/正文。;0-2",
                "annexes below without a page;目录/1.样例一...1/2.样例二...4/附件 样例表/正文开始。;0-3",
                "entries without pages, repeated as headings;目录/一、甲市推行样例/二、乙市推行样例/一、甲市推行样例/正文。;0-2",
                "an entry that its heading says at more length;目录/一、甲市推行样例/二、乙市推行样例/一、甲市推行样例改革/正文。;0-2",
                "an entry that its heading cuts short;目录/一、甲市推行样例改革/二、乙市推行样例/一、甲市推行样例/正文。;0-2",
                "a heading of five characters;目录/一、样例甲/二、样例乙/一、样例甲/正文。;-",
                "a heading of six;目录/一、样例甲市/二、样例乙市/一、样例甲市/正文。;0-2",
                "nothing below the entries;目录/一、甲市推行样例/二、乙市推行样例;-",
                "entries without pages that never come again;目录/一、甲市推行样例/二、乙市推行样例/三、丙市推行样例/正文。;-",
                "numbers at the end of sentences without a leader;1.样例1/2.样例2/3.样例3/4.样例4;-",
            })
    void marksRunsOfLinesThatEndInPages(String name, String printed, String marked) {
        assertThat(ranges(Contents.mark(Printed.lines(printed.split("/", -1))))).isEqualTo(marked);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "rows of a table;1.甲\t样例\t1/2.乙\t样例\t2/3.丙\t样例\t3/4.丁\t样例\t4;-",
                "a leader of tabs;1.甲样例\t1/2.乙样例\t2/3.丙样例\t3/4.丁样例\t4;0-3",
                "pipes around;| 1.甲样例 | 1 |/| 2.乙样例 | 2 |/| 3.丙样例 | 3 |/| 4.丁样例 | 4 |;0-3",
            })
    void tellsALeaderFromCells(String name, String printed, String marked) {
        assertThat(ranges(Contents.mark(Printed.lines(printed.split("/", -1))))).isEqualTo(marked);
    }

    /** The first and last marked line of each run; a stroke where there is none. */
    private static String ranges(boolean[] marked) {
        List<String> ranges = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= marked.length; i++) {
            boolean is = i < marked.length && marked[i];
            if (is && from < 0) {
                from = i;
            } else if (!is && from >= 0) {
                ranges.add(from + "-" + (i - 1));
                from = -1;
            }
        }
        return ranges.isEmpty() ? "-" : String.join(" ", ranges);
    }
}
