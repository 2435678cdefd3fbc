package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.NumberedText;
import io.casewire.parsing.layout.Paragraph;
import java.util.Arrays;
import java.util.List;
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
                        + "1 优化受理/优化受理>1 统一窗口/优化受理>2 统一表格"
            })
    void measuresOfTheLowerLevelSayWhichGroupTheyStandIn(String name, String paragraphs, String items) {
        List<Paragraph> lines = Arrays.stream(paragraphs.split("/"))
                .map(line -> Paragraph.of(line, 1))
                .toList();

        assertThat(Items.read(lines)).extracting(ItemsTests::told).containsExactly(items.split("/"));
    }

    private static String told(NumberedText item) {
        String name = item.heading() == null ? item.text() : item.heading();
        return (item.group() == null ? "" : item.group() + ">") + item.number() + " " + name;
    }
}
