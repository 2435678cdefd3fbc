package io.casewire.parsing.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberLineTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "样例通知样政发〔2024〕5号;-",
                "关于样例通知样政发〔2024〕5号;关于样例通知",
                "关于样例的通知（样政发〔2024〕5号）;关于样例的通知",
                "关于样例的通知（样政发〔2024〕5号;-",
                "关于样例的通知样政发〔2024〕5号）;-",
                "关于样例的通知样政发〔2024〕5号。;-",
                "关于样例的通知样政发〔2024〕5号印发;-",
                "关于样例的情况（样政发〔2024〕5号）;-",
                "样政发〔2024〕5号关于样例改革的通知;关于样例改革的通知",
                "样政发〔2024〕5号关于改革的通知;-",
                "样政发〔2024〕5号关于样例改革的情况;-",
                "样政发〔2024〕5号根据样例改革的通知;-",
                "根据关于样例的通知（样政发〔2024〕5号）;-",
                "按照关于样例的通知（样政发〔2024〕5号）;-",
                "甲市报。关于样例的通知（样政发〔2024〕5号）;-",
                "甲市报；关于样例的通知（样政发〔2024〕5号）;-",
                "甲市：关于样例的通知（样政发〔2024〕5号）;-",
                "《关于样例的通知》（样政发〔2024〕5号）;-",
                "关于样例的通知;-",
            })
    void aTitleMayShareALineWithItsNumber(String line, @Nullable String title) {
        assertThat(NumberLine.titleOn(line)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"120, true", "121, false"})
    void aLineThatHoldsTheDocumentHasNoTitle(int length, boolean title) {
        String behind = "的通知（样政发〔2024〕5号）";
        String line = "样".repeat(length - behind.length()) + behind;

        assertThat(NumberLine.titleOn(line) != null).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "样政发〔2024〕5号, true",
        "（样政发〔2024〕5号）, true",
        "文号：样政发〔2024〕5号, true",
        "样政发〔2024〕5号　　　　, true",
        "样政发〔2024〕5号急件公开发, false",
        "样例, false"
    })
    void aNumberStandsAlone(String line, boolean alone) {
        assertThat(NumberLine.isAlone(line)).isEqualTo(alone);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "in the head;样例/样政发〔2024〕5号;2;1",
                "below the head;样例/甲市/样政发〔2024〕5号;2;-1",
                "below the head and a whole title;样例/甲市样例方案/样政发〔2024〕5号;1;2",
                "below the addressees;样例/各区、县人民政府办公室：/样政发〔2024〕5号;3;-1",
                "below a few words and a colon;样例/通知如下：/样政发〔2024〕5号;3;2",
                "below the first chapter;样例/一、做法/样政发〔2024〕5号;3;-1",
                "below an item;样例/1.做法/样政发〔2024〕5号;3;2",
            })
    void theNumberStandsAboveTheBody(String name, String printed, int head, int at) {
        List<Paragraph> page = new ArrayList<>();
        for (String line : printed.split("/", -1)) {
            page.add(Paragraph.of(line, page.size() + 1));
        }
        NumberLine number = NumberLine.in(page, head);

        assertThat(number == null ? -1 : number.at()).isEqualTo(at);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "right behind the title;甲市样例通知样政发〔2024〕5号;true",
                "behind a clause;为推进甲市样例，按照样政发〔2024〕5号;false",
                "in a bracket;甲市样例通知（样政发〔2024〕5号）;false",
            })
    void whereALineHoldsTheWholeDocumentTheNumberFollowsTheTitle(String name, String begin, boolean number) {
        String whole = begin + "甲市推行样例改革，企业少跑一趟。".repeat(8);

        assertThat(NumberLine.in(List.of(Paragraph.of(whole, 1)), 1) != null).isEqualTo(number);
        assertThat(NumberLine.in(List.of(Paragraph.of("样例", 1), Paragraph.of(whole, 2)), 2))
                .isNull();
    }
}
