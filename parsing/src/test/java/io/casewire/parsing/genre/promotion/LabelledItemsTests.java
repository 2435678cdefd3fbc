package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledItemsTests {
    private static final String MORE = "/2.样例乙/责任单位：市财政局/3.样例丙/责任单位：市港航局";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a list of results;样例经验清单/1.甲/责任单位：甲局/2.乙/责任单位：乙局/3.丙/责任单位：丙局;92",
                "where they go;样例经验清单/1.甲/推广范围：全省/2.乙/推广范围：全省/3.丙/推广范围：全省;92",
                "two are too few;样例经验清单/1.甲/责任单位：甲局/2.乙/责任单位：乙局;0",
                "a plan;样例经验推广方案/1.甲/责任单位：甲局/2.乙/责任单位：乙局/3.丙/责任单位：丙局;0",
                "no list of results;样例清单/1.甲/责任单位：甲局/2.乙/责任单位：乙局/3.丙/责任单位：丙局;0",
                "chapters on cases;样例案例/1.甲/责任单位：甲局/主要成效：少跑。/2.乙/责任单位：乙局/主要成效：少跑。/3.丙/责任单位：丙局/主要成效：少跑。;0",
                "a table tells more;样例经验清单/1.甲/责任单位：甲局/2.乙/责任单位：乙局/3.丙/责任单位：丙局/序号_成果名称~1_甲;0",
            })
    void numberedResultsSayWhoseTheyAreOrWhereTheyGo(String name, String text, int score) {
        assertThat(Recognised.by(new LabelledItems(), text).score()).isEqualTo(score);
    }

    @Test
    void labelsAreReadAsTheColumnsOfATable() {
        CaseRecord first = read("样例经验清单/一、贸易便利领域/1.样例甲（厦门片区）/推行预约。/主要做法：网上取号。主要成效：少跑一趟。"
                        + "牵头单位：市商务局。配合单位：市财政局。推广范围：全国自贸试验区。" + MORE)
                .cases()
                .getFirst();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.title()).isEqualTo("样例甲");
        assertThat(first.category()).isEqualTo("贸易便利领域");
        assertThat(first.areas()).containsExactly("厦门片区");
        assertThat(first.summary()).isEqualTo("推行预约。");
        assertThat(Objects.requireNonNull(first.practice()).text()).isEqualTo("网上取号。");
        assertThat(Objects.requireNonNull(first.effects()).text()).isEqualTo("少跑一趟。");
        assertThat(first.leadUnits()).containsExactly("市商务局");
        assertThat(first.supportingUnits()).containsExactly("市财政局");
        assertThat(Objects.requireNonNull(first.promotion()).scope()).isEqualTo(PromotionScope.PILOT_ZONES);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "what sums it up goes on with it;主要内容：网上取号。/完成时限：2026年6月底前。;网上取号。~完成时限：2026年6月底前。;-",
                "what was done does;主要做法：网上取号。/完成时限：长期坚持。;-;网上取号。~完成时限：长期坚持。",
                "it stands alone;完成时限：“十五五”期间。;-;完成时限：“十五五”期间。",
                "none is said;主要内容：网上取号。/完成时限：—;网上取号。;-",
            })
    void aDayThatNoFieldHoldsStaysInTheText(
            String name, String labels, @Nullable String summary, @Nullable String practice) {
        CaseRecord first =
                read("样例经验清单/1.样例甲/责任单位：市商务局。/" + labels + MORE).cases().getFirst();

        assertThat(first.summary()).isEqualTo(summary == null ? null : summary.replace('~', '\n'));
        assertThat(first.practice() == null ? null : first.practice().text())
                .isEqualTo(practice == null ? null : practice.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.样例甲/责任单位：市商务局",
                "1.样例甲。责任单位：市商务局",
                "1.样例甲（责任单位：市商务局）",
                "1.样例甲：/责任单位：市商务局",
            })
    void aTitleEndsWithItsLineItsSentenceOrItsColon(String item) {
        assertThat(read("样例经验清单/" + item + MORE).cases())
                .extracting(CaseRecord::title, CaseRecord::leadUnits)
                .first()
                .isEqualTo(tuple("样例甲", List.of("市商务局")));
    }

    @Test
    void aHeadingMayNameTheScopeOfItsItems() {
        assertThat(read("样例经验清单/一、在全国范围内复制推广的改革事项/1.样例甲/责任单位：市商务局" + MORE).cases())
                .extracting(found -> Objects.requireNonNull(found.promotion()).scope())
                .containsOnly(PromotionScope.NATIONWIDE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "关于复制推广样例经验的通知/各省人民政府：/样例经验清单;NATIONWIDE",
                "关于复制推广样例经验的通知/样例经验清单;-",
                "关于报送样例经验的通知/各省人民政府：/样例经验清单;-",
            })
    void withoutAScopeAnItemGoesToTheAddresseesOfALetterThatPromotes(String letter, @Nullable PromotionScope scope) {
        Promotion promotion =
                read(letter + "/1.样例甲/责任单位：市商务局" + MORE).cases().getFirst().promotion();

        assertThat(promotion == null ? null : promotion.scope()).isEqualTo(scope);
    }

    @Test
    void whatIsOddIsTold() {
        assertThat(read("样例经验清单，共5项/一、贸易便利领域（4项）/1.样例甲/责任单位：市商务局/3.样例乙/责任单位：市财政局/4.样例丙/责任单位：市港航局")
                        .diagnostics())
                .containsExactly(
                        "NUMBERING_GAP: Number 2 is missing before 3",
                        "CATEGORY_COUNT_MISMATCH: '贸易便利领域' declares 4 items, 3 were found",
                        "DECLARED_COUNT_MISMATCH: The document declares 5 cases, 3 were found");
    }

    private static Recognised read(String text) {
        return Recognised.by(new LabelledItems(), text);
    }
}
