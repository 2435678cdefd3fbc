package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateUseTests {
    /** What no decoder maps: the full-width blank of old pages, and six components of extension B. */
    private static final Set<String> MAPPED_BY_NO_DECODER =
            Set.of("A3A0", "FE51", "FE52", "FE53", "FE6C", "FE76", "FE91");

    @Test
    void theTableAgreesWithTheDecoderOfThePlatform() throws IOException {
        try (InputStream in = Objects.requireNonNull(PrivateUse.class.getResourceAsStream("private-use.csv"))) {
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();

            assertThat(rows).hasSize(107).allSatisfy(row -> {
                String[] cells = row.split(",", -1);
                String meant = Character.toString(Integer.parseInt(cells[1].substring(2), 16));
                String decoded = new String(HexFormat.of().parseHex(cells[2]), Charset.forName("GB18030"));
                if (!MAPPED_BY_NO_DECODER.contains(cells[2])) {
                    assertThat(meant).as(row).isEqualTo(decoded);
                }
                assertThat(Character.getName(meant.codePointAt(0))).isEqualTo(cells[3]);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\ue5e5样例, '　样例'",
        "5\ue76c, 5€",
        "样例\ue78d甲市, 样例︐甲市",
        "\ue816\ue863, 𠂇䶮",
        "\ue815, ⺁",
    })
    void aCodePointOfTheTableBecomesTheCharacterItMeans(String printed, String folded) {
        assertThat(PrivateUse.folded(printed)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "样例", "\uf0a8样例", "\ue000", "\udb80\udc00"})
    void anythingElseStays(String text) {
        assertThat(PrivateUse.folded(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "\ue000, true",
        "\uf8ff, true",
        "\udb80, true",
        "\udbff, true",
        "\udfff, false",
        "样, false",
        "\uf900, false"
    })
    void theAreaIsThatOfTheBasicPlaneAndPlanesFifteenAndSixteen(char c, boolean privateUse) {
        assertThat(PrivateUse.contains(c)).isEqualTo(privateUse);
    }
}
