package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Paragraph;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameListTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "投资管理领域：“样例甲”、“样例乙”等4项。;投资管理领域;样例甲/样例乙;4",
                "1.投资管理领域：“样例甲”“样例乙”。;投资管理领域;样例甲/样例乙;0",
                "“样例甲”，“样例乙”等。;'';样例甲/样例乙;0",
                "投资管理领域“样例甲”和“样例乙”，共2项。;投资管理领域;样例甲/样例乙;2",
                "贸易便利事项「样例甲」以及「样例乙」两项;贸易便利事项;样例甲/样例乙;2",
                "投资管理领域：“样例“甲””、“样例乙”等十二项。;投资管理领域;样例“甲”/样例乙;12",
                "贸易便利事项：“样例甲”、“样例乙”。;贸易便利事项;样例甲/样例乙;0",
                "（一）货物通关方面（3项）。“样例甲”、“样例乙”、“样例‘丙’改革”等。;货物通关方面;样例甲/样例乙/样例‘丙’改革;3",
                "（二）企业开办方面（共2项）：“样例甲”“样例乙”。;企业开办方面;样例甲/样例乙;2",
                "（一）投资便利领域，共2项，包括“样例甲”“样例乙”。;投资便利领域;样例甲/样例乙;2",
                "1．投资便利类2项。“样例甲”、“样例乙”。;投资便利类;样例甲/样例乙;2",
                "在货物通关方面，推行“样例甲”、“样例乙”等改革举措。;在货物通关方面;样例甲/样例乙;0",
                "投资管理领域：“样例甲”、“样例乙”;投资管理领域;样例甲/样例乙;0",
                "投资管理领域：“样例甲”、“样例乙”模式等2项。;投资管理领域;样例甲/“样例乙”模式;2",
                "“样例甲”登记模式；;'';“样例甲”登记模式;0",
                "（一）投资便利领域2项：“样例甲”、“样例乙”。;投资便利领域;样例甲/样例乙;2",
                "产权保护方面3项：样例甲；样例乙；样例丙。;产权保护方面;样例甲/样例乙/样例丙;3",
                "（一）产权保护方面二项：样例甲；样例乙。;产权保护方面;样例甲/样例乙;2",
                "产权保护方面12项：一；二；三；四；五；六；七；八；九；十；十一；十二。;产权保护方面;一/二/三/四/五/六/七/八/九/十/十一/十二;12",
            })
    void aParagraphMayConsistOfNames(String text, String lead, String names, int declared) {
        NameList list = Objects.requireNonNull(NameList.read(Paragraph.of(text, 1)));

        assertThat(list.lead()).isEqualTo(lead);
        assertThat(list.names()).extracting(NameList.Name::text).isEqualTo(List.of(names.split("/", -1)));
        assertThat(list.declared()).isEqualTo(declared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "投资管理领域",
                "甲市推行“样例甲”改革，企业少跑一趟。",
                "经甲市研究，“样例甲”“样例乙”。",
                "投资管理领域：“样例甲”、“样例乙”，均由甲市先行先试并已取得成效。",
                "投资管理领域：“样例甲",
                "强化督促。“样例甲”要抓好落实。",
                "加强统筹。各区要把“样例甲”列入计划。",
                "产权保护方面3项：样例甲；样例乙。",
                "3项：样例甲；样例乙；样例丙。",
                "（一）3项：样例甲；样例乙；样例丙。",
                "产权保护方面项：样例甲；样例乙。",
                "产权保护，方面2项：样例甲；样例乙。",
                "产权保护方面2项：样例甲；。",
                "产权保护方面2项：样例甲。样例；样例乙。",
                "产权保护方面1项：样例甲。",
                "产权保护方面2项：样例甲；样例乙"
            })
    void aSentenceWithAQuotationIsNoList(String text) {
        assertThat(NameList.read(Paragraph.of(text, 1))).isNull();
    }

    @Test
    void whoIsResponsibleForAllOfThemStandsBehind() {
        NameList list = Objects.requireNonNull(NameList.read(Paragraph.of("投资管理领域：“样例甲”、“样例乙”等2项，由市商务局牵头负责。", 1)));

        assertThat(Objects.requireNonNull(list.who()).leadUnits()).containsExactly("市商务局");
        assertThat(list.declared()).isEqualTo(2);
    }

    @Test
    void everyNameKnowsItsLines() {
        Paragraph paragraph = Paragraph.of("事项：“样例甲”、“样例乙”。", new int[] {0, 8}, new int[] {4, 5}, 0);

        assertThat(Objects.requireNonNull(NameList.read(paragraph)).names())
                .containsExactly(
                        new NameList.Name("样例甲", new LineRange(4, 4)), new NameList.Name("样例乙", new LineRange(5, 5)));
    }
}
