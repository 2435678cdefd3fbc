package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoesTests {
    @Test
    void dropsTheEndOfAParagraphThatIsPrintedAgain() {
        List<Omission> omissions = new ArrayList<>();

        List<Block> kept =
                Echoes.drop(List.of(Paragraph.of("甲市推行容缺受理，企业少跑一趟。", 1), Paragraph.of("企业少跑一趟。", 7)), omissions);

        assertThat(kept).extracting(block -> ((Paragraph) block).text()).containsExactly("甲市推行容缺受理，企业少跑一趟。");
        assertThat(omissions).containsExactly(new Omission(7, Reason.DUPLICATED_TEXT, "企业少跑一趟。"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a whole sentence of its own|甲市推行容缺受理。企业少跑一趟。|企业少跑一趟。",
                "shorter than chance|甲市推行容缺受理，少跑一趟。|少跑一趟。",
                "no end of a sentence|甲市推行容缺受理，企业少跑一趟|企业少跑一趟",
                "the end of a numbered item|1.甲市推行容缺受理，企业少跑一趟。|企业少跑一趟。",
                "printed before what it ends|企业少跑一趟。|甲市推行容缺受理，企业少跑一趟。",
                "another text|甲市推行容缺受理，企业少跑一趟。|企业少跑两趟。",
            })
    void keepsWhatIsNoEcho(String why, String first, String second) {
        assertThat(Echoes.drop(List.of(Paragraph.of(first, 1), Paragraph.of(second, 2)), new ArrayList<>()))
                .as(why)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"60, 1", "61, 2"})
    void aWholeParagraphIsNoEcho(int length, int kept) {
        String ending = "样".repeat(length - 1) + "。";

        assertThat(Echoes.drop(List.of(Paragraph.of("甲市，" + ending, 1), Paragraph.of(ending, 2)), new ArrayList<>()))
                .hasSize(kept);
    }
}
