package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedListsTests {
    private static final String LETTER = "关于复制推广样例的通知/各省、自治区、直辖市人民政府：/";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a letter that promotes three;关于复制推广样例的通知/投资领域：“甲”、“乙”、“丙”。;86",
                "two are too few;关于复制推广样例的通知/投资领域：“甲”、“乙”。;0",
                "no letter;复制推广样例/投资领域：“甲”、“乙”、“丙”。;0",
                "nothing is promoted;关于样例的通知/投资领域：“甲”、“乙”、“丙”。;0",
                "a table tells more;关于复制推广样例的通知/投资领域：“甲”、“乙”、“丙”。/序号_成果名称~1_甲;0",
            })
    void aNoticeNamesReformsInRunningText(String name, String text, int score) {
        assertThat(Recognised.by(new QuotedLists(), text).score()).isEqualTo(score);
    }

    @Test
    void everyNameIsACaseOfTheGroupThatLeadsIt() {
        List<CaseRecord> cases = read(LETTER + "一、主要内容/（一）在全国范围内复制推广的改革事项/1.投资领域：“样例甲”、“样例乙”等2项。"
                        + "/2.贸易领域：“样例丙”等1项。/（二）在自贸试验区复制推广的改革事项/3.金融领域：“样例丁”等1项。")
                .cases();

        assertThat(cases)
                .extracting(CaseRecord::title, CaseRecord::category, found -> Objects.requireNonNull(found.promotion())
                        .scope())
                .containsExactly(
                        tuple("样例甲", "投资领域", PromotionScope.NATIONWIDE),
                        tuple("样例乙", "投资领域", PromotionScope.NATIONWIDE),
                        tuple("样例丙", "贸易领域", PromotionScope.NATIONWIDE),
                        tuple("样例丁", "金融领域", PromotionScope.PILOT_ZONES));
    }

    @Test
    void aNameAloneOnItsLineHasItsNumber() {
        assertThat(read(LETTER + "改革事项/一、“样例甲”；/二、“样例乙”登记模式；/三、“样例丙”。").cases())
                .extracting(CaseRecord::number, CaseRecord::title)
                .containsExactly(tuple(1, "样例甲"), tuple(2, "“样例乙”登记模式"), tuple(3, "样例丙"));
    }

    @Test
    void severalNamesOfOneNumberHaveNone() {
        assertThat(read(LETTER + "1.“样例甲”、“样例乙”。/2.“样例丙”。").cases())
                .extracting(CaseRecord::number)
                .containsExactly(null, null, 2);
    }

    @Test
    void withoutAScopeItGoesToTheAddressees() {
        assertThat(read(LETTER + "投资领域：“样例甲”、“样例乙”、“样例丙”。").cases())
                .extracting(found -> Objects.requireNonNull(found.promotion()).scope())
                .containsOnly(PromotionScope.NATIONWIDE);
    }

    @Test
    void unitsBehindTheListLeadAllOfIt() {
        assertThat(read(LETTER + "投资领域：“样例甲”、“样例乙”、“样例丙”等3项，由市商务局牵头负责。").cases())
                .extracting(CaseRecord::leadUnits)
                .containsOnly(List.of("市商务局"));
    }

    @Test
    void aListThatIsShorterThanItSaysIsTold() {
        assertThat(read(LETTER + "投资领域：“样例甲”、“样例乙”、“样例丙”等4项。").diagnostics())
                .containsExactly("CATEGORY_COUNT_MISMATCH: '投资领域' declares 4 items, 3 were found");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "as many;决定推广3项改革举措。/投资领域：“样例甲”、“样例乙”、“样例丙”。;DECLARED_COUNT_MET",
                "more than there are;决定推广4项改革举措。/投资领域：“样例甲”、“样例乙”、“样例丙”。;DECLARED_COUNT_MISMATCH",
                "fewer, which are some of them;决定推广2项改革举措。/投资领域：“样例甲”、“样例乙”、“样例丙”。;''",
                "a sum;投资领域：“样例甲”、“样例乙”、“样例丙”等3项。;DECLARED_COUNT_MET",
                "a sum that is told of its group;投资领域：“样例甲”、“样例乙”、“样例丙”等4项。;CATEGORY_COUNT_MISMATCH",
            })
    void howManyTheLetterSaysThereAreIsHeldAgainstThem(String name, String text, String codes) {
        assertThat(String.join(
                        ",",
                        read(LETTER + text).diagnostics().stream()
                                .map(told -> told.substring(0, told.indexOf(':')))
                                .toList()))
                .isEqualTo(codes);
    }

    @Test
    void aListThatDoesNotSayHowManyItHasMissesNone() {
        Recognised read = read(LETTER + "投资领域：“样例甲”、“样例乙”、“样例丙”。");

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.findings().declared()).isNull();
    }

    @Test
    void groupsThatCountThemselvesDeclareTheWhole() {
        Recognised read = read("某省关于复制推广样例的通知/各市人民政府：/决定在全省范围内复制推广样例改革举措。/一、改革举措"
                + "/（一）货物通关方面（2项）。“样例甲”、“样例乙”等。/（二）企业开办方面（1项）。“样例丙”等。/二、组织实施/（一）加强统筹。各市要抓好落实。");

        assertThat(read.cases())
                .extracting(CaseRecord::title, CaseRecord::category, found -> Objects.requireNonNull(found.promotion())
                        .scopeText())
                .containsExactly(
                        tuple("样例甲", "货物通关方面", "全省"), tuple("样例乙", "货物通关方面", "全省"), tuple("样例丙", "企业开办方面", "全省"));
        assertThat(Objects.requireNonNull(read.findings().declared()).cases()).isEqualTo(3);
    }

    private static Recognised read(String text) {
        return Recognised.by(new QuotedLists(), text);
    }
}
