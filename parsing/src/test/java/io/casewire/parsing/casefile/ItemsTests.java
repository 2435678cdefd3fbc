package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.NumberedText;
import io.casewire.parsing.layout.Paragraph;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "two levels;一、优化受理/（一）统一窗口。设立窗口。/（二）统一表格。/二、优化查验/（一）远程查验。推行视频。;"
                        + "优化受理>1 统一窗口/优化受理>2 统一表格。/优化查验>1 远程查验",
                "one level;一、统一窗口。设立窗口。/二、统一表格。减少材料。;1 统一窗口/2 统一表格",
                "an item of the upper level behind a group;一、优化受理/（一）统一窗口。设立窗口。/（二）统一表格。减少材料。/二、公开进度。开通查询。;"
                        + "优化受理>1 统一窗口/优化受理>2 统一表格/2 公开进度",
                "a colon behind the heading;（一）优化受理：/1.统一窗口。设立窗口。/2.统一表格。减少材料。;优化受理>1 统一窗口/优化受理>2 统一表格",
                "a text below the upper heading;（一）优化受理/针对排队久的问题。/1.统一窗口。设立窗口。/2.统一表格。减少材料。;"
                        + "1 优化受理/优化受理>1 统一窗口/优化受理>2 统一表格",
                "a number that begins no level;一、统一窗口。设立窗口。/3.样例窗口/二、统一表格。减少材料。;1 统一窗口/2 统一表格",
                "a first number of the level above;（一）统一窗口。设立窗口。/（二）统一表格。减少材料。/一、公开进度。开通查询。;" + "1 统一窗口/2 统一表格/1 公开进度",
                "a count that begins anew under nothing;（一）优化受理。/（二）公开进度。/（一）统一窗口。设立窗口。;" + "1 优化受理。/2 公开进度。/1 统一窗口",
                "text before the first;针对排队久的问题。/一、统一窗口。设立窗口。/二、统一表格。减少材料。;1 统一窗口/2 统一表格",
                "a heading without a number;优化受理/（一）统一窗口。设立窗口。/公开进度/开通查询服务。/（二）统一表格。减少材料。;" + "1 统一窗口/null 公开进度/2 统一表格",
                "a short last line;一、统一窗口。设立窗口。/二、统一表格。减少材料。/样例;1 统一窗口/2 统一表格",
                "one paragraph;1.统一窗口。2.统一表格。;1 统一窗口。/2 统一表格。",
                "signs;●统一窗口。设立窗口。/●统一表格。减少材料。;null 统一窗口/null 统一表格",
                "a sign alone is no item;●统一窗口。设立窗口。/●/●统一表格。减少材料。;null 统一窗口/null 统一表格",
                "another sign is none of them;●统一窗口。设立窗口。/◆推行预约。/●统一表格。减少材料。;null 统一窗口/null 统一表格",
                "numbers in running text;一是统一窗口。二是统一表格。;1 统一窗口。/2 统一表格。"
            })
    void measuresOfTheLowerLevelSayWhichGroupTheyStandIn(String name, String paragraphs, String items) {
        List<Paragraph> lines = Arrays.stream(paragraphs.split("/"))
                .map(line -> Paragraph.of(line, 1))
                .toList();

        assertThat(Items.read(lines)).extracting(ItemsTests::told).containsExactly(items.split("/"));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "61, 0"})
    void aHeadingIsAShortFirstSentence(int length, int heading) {
        NumberedText item = Items.headed(1, "样".repeat(length) + "。设立窗口。");

        assertThat(item.heading() == null ? 0 : item.heading().length()).isEqualTo(heading);
    }

    @Test
    void oneSignIsNoList() {
        assertThat(Items.read(List.of(Paragraph.of("●统一窗口。", 1), Paragraph.of("设立窗口。", 2))))
                .isEmpty();
    }

    @Test
    void paragraphsBelowAnItemAreItsText() {
        assertThat(Items.read(List.of(
                        Paragraph.of("一、统一窗口", 1),
                        Paragraph.of("设立窗口。", 2),
                        Paragraph.of("一次取号。", 3),
                        Paragraph.of("二、统一表格。减少材料。", 4),
                        Paragraph.of("一次填报。", 5))))
                .containsExactly(
                        new NumberedText(1, "统一窗口", "设立窗口。\n一次取号。"), new NumberedText(2, "统一表格", "减少材料。\n一次填报。"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a line above its sentence;公开进度/开通查询服务。;true",
                "thirty characters;公开进度公开进度公开进度公开进度公开进度公开进度公开进度公开/开通查询服务开通查询服务开通查询服务开通查询服务开通查询服务。;true",
                "more than thirty;公开进度公开进度公开进度公开进度公开进度公开进度公开进度公开进/开通查询服务开通查询服务开通查询服务开通查询服务开通查询服务开通。;false",
                "nothing below it;公开进度;false",
                "a number;一、公开进度/开通进度查询服务。;false",
                "a clause;公开，进度/开通查询服务。;false",
                "a text no longer than it;公开进度/开通。;false",
                "a text as long as it;公开进度/开通吧。;false",
                "a text that does not end;公开进度/开通查询服务;false",
                "an item below it;公开进度/1.开通查询服务。;false"
            })
    void aHeadingWithoutANumberStandsAboveItsText(String name, String paragraphs, boolean heading) {
        List<Paragraph> lines = Arrays.stream(paragraphs.split("/"))
                .map(line -> Paragraph.of(line, 1))
                .toList();

        assertThat(Items.isUnnumberedHeading(lines, 0)).isEqualTo(heading);
    }

    private static String told(NumberedText item) {
        String name = item.heading() == null ? item.text() : item.heading();
        return (item.group() == null ? "" : item.group() + ">") + item.number() + " " + name;
    }
}
