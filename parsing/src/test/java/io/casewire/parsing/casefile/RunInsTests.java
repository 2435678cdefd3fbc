package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.NumberedText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunInsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "一是推行预约；二是推行直提。|1 推行预约 / 2 推行直提。",
                "做法：一是推行预约，二是推行直提，三是推行共享。|1 推行预约， / 2 推行直提， / 3 推行共享。",
                "一是推行预约。|''",
                "统一是前提；二是推行直提。|''",
                "统一是前提。一是推行预约；二是推行直提。|1 推行预约 / 2 推行直提。",
                "一是推行预约；二是推行直提。~另一段|1 推行预约 / 2 推行直提。",
                "一是推行预约；三是推行直提。|''",
                "1.推行预约。2.推行直提。|1 推行预约。 / 2 推行直提。",
                "（1）推行预约。（2）推行直提；（3）推行共享|1 推行预约。 / 2 推行直提 / 3 推行共享",
                "①推行预约。②推行直提。|1 推行预约。 / 2 推行直提。",
                "1.推行预约。3.推行直提。|''",
                "2.推行预约。3.推行直提。|''",
                "1.推行预约。|''",
                "1.推行预约，2.推行直提|''",
                "推行预约|''",
            })
    void itemsThatRunOnArePartedWhereTheirNumbersFollow(String text, String items) {
        assertThat(shortly(RunIns.split(text.replace('~', '\n')))).isEqualTo(items);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "推行预约。企业少跑一趟。|推行预约: 企业少跑一趟。",
                "推行预约。|推行预约。",
                "推行预约，共享数据。企业少跑一趟。|推行预约，共享数据。企业少跑一趟。",
                "加强组织：成立专班。|加强组织: 成立专班。",
                "加强组织，包括：成立专班。|加强组织，包括：成立专班。",
                "推行预约；|推行预约；",
            })
    void aShortFirstSentenceOrALabelIsItsHeading(String text, String item) {
        NumberedText read = RunIns.item(1, text);

        assertThat((read.heading() == null ? "" : read.heading() + ": ") + read.text())
                .isEqualTo(item);
    }

    private static String shortly(List<NumberedText> items) {
        return items.stream()
                .map(item -> item.number() + " " + (item.heading() == null ? "" : item.heading() + ": ") + item.text())
                .collect(Collectors.joining(" / "));
    }
}
