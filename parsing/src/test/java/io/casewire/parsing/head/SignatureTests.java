package io.casewire.parsing.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "name and day on two lines;样例已经完成。/甲市人民政府/2024年3月1日;甲市人民政府;2024-03-01",
                "both on one line;样例已经完成。/甲市人民政府 2024年3月1日;甲市人民政府;2024-03-01",
                "the day alone;样例已经完成。/2024年3月1日;-;2024-03-01",
                "a sentence above is no name;样例已经完成，全部办结。/2024年3月1日;-;2024-03-01",
                "run into the last line;样例已经完成。甲市人民政府2024年3月1日（此件公开发布）;甲市人民政府;2024-03-01",
                "inside one line, the text it sends behind;请认真贯彻执行。甲市人民政府2024年3月1日甲市样例方案;甲市人民政府;2024-03-01",
                "the same with a note;请认真执行。甲市人民政府 二〇二四年三月一日（此件公开发布）甲市样例方案/一、总体要求;甲市人民政府;2024-03-01",
                "a day that a sentence tells;样例已经完成。甲市人民政府2024年3月1日印发样例文件。/样例;-;-",
                "no office before the day;样例已经完成。会议于2024年3月1日甲市样例方案/样例;-;-",
                "a line that is none;样例自2024年3月1日起施行/样例已经完成。;-;-",
                "no office;样例展览 2024年3月1日/样例已经完成。;-;-",
                "nothing;;-;-",
            })
    void standsBelowTheText(String name, @Nullable String printed, @Nullable String issuer, @Nullable String date) {
        List<Block> blocks = Stream.of((printed == null ? "" : printed).split("/", -1))
                .filter(line -> !line.isEmpty())
                .<Block>map(line -> Paragraph.of(line, 1))
                .toList();

        assertThat(Signature.find(new DocumentText("样例.txt", blocks, List.of(), blocks.size())))
                .isEqualTo(new Signature(issuer, date));
    }
}
