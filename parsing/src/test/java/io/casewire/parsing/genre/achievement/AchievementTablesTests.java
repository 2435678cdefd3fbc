package io.casewire.parsing.genre.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AchievementTablesTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "what was done;序号_成果名称_主要做法~1_样例一_推行预约。;90",
                "what it brought;序号_成果名称_主要成效~1_样例一_少跑一趟。;90",
                "neither;序号_成果名称_责任单位~1_样例一_甲局;0",
                "work with its day;序号_改革事项_具体举措_牵头单位_时间要求~1_样例一_推行预约。_甲局_2026年底前;0",
                "the same with what it brought;序号_成果名称_主要做法_主要成效_牵头单位_时间要求~1_样例一_推行预约。_少跑一趟。_甲局_2026年底前;90",
                "the same with where it goes;序号_成果名称_主要做法_推广范围_牵头单位_时间要求~1_样例一_推行预约。_全市_甲局_2026年底前;90",
                "no titles;序号_责任单位_主要做法~1_甲局_推行预约。;0",
                "a form to fill in;序号_成果名称_主要做法~1__~2__;0",
                "a table that scores;序号_成果名称_主要做法_分值~1_样例一_推行预约。_5;0",
                "no table;样例一/推行预约。;0",
            })
    void aTableOfResultsHasTitlesAndSaysWhatWasDoneOrBrought(String name, String text, int score) {
        assertThat(Recognised.by(new AchievementTables(), text).score()).isEqualTo(score);
    }

    @Test
    void everyRowIsACase() {
        List<CaseRecord> cases = read("序号_成果名称_所属领域_主要做法_主要成效_推荐单位_责任单位~"
                        + "1_样例一_投资_推行预约。_少跑一趟。_厦门片区管委会_甲局、乙局~"
                        + "2_样例二_金融_推行共享。_少填一表。_福州片区管委会_丙局")
                .cases();

        assertThat(cases)
                .extracting(
                        CaseRecord::number,
                        CaseRecord::title,
                        CaseRecord::category,
                        CaseRecord::areas,
                        CaseRecord::leadUnits)
                .containsExactly(
                        tuple(1, "样例一", "投资", List.of("厦门片区"), List.of("甲局", "乙局")),
                        tuple(2, "样例二", "金融", List.of("福州片区"), List.of("丙局")));
        assertThat(Objects.requireNonNull(cases.getFirst().practice()).text()).isEqualTo("推行预约。");
        assertThat(Objects.requireNonNull(cases.getFirst().effects()).text()).isEqualTo("少跑一趟。");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "the area of the row;样例汇总表;厦门片区管委会;福建自贸试验区;厦门片区",
                "the zone of the row;湖北自贸试验区样例汇总表;福建自贸试验区;福建自贸试验区;-",
                "the zone the document speaks for;湖北自贸试验区样例汇总表;甲局;湖北自贸试验区;-",
                "nowhere;样例汇总表;甲局;-;-",
            })
    void aCaseComesFromThePlaceOfItsRowElseFromTheDocuments(
            String name, String title, String unit, @Nullable String zone, @Nullable String area) {
        CaseRecord first =
                read(title + "/序号_成果名称_主要做法_推荐单位~1_样例一_推行预约。_" + unit).cases().getFirst();

        assertThat(first.zones()).isEqualTo(zone == null ? List.of() : List.of(zone));
        assertThat(first.areas()).isEqualTo(area == null ? List.of() : List.of(area));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "表2 金融创新类;金融创新类",
                "表二、贸易便利领域;贸易便利领域",
                "表2-1 政务服务方面;政务服务方面",
                "表2 一带一路类;一带一路类",
                "表二：一网通办领域;一网通办领域",
                "表1 样例成果一览;-",
            })
    void aCaptionMayNameTheGroupOfItsRows(String caption, @Nullable String category) {
        assertThat(read(caption + "/序号_成果名称_主要做法~1_样例一_推行预约。")
                        .cases()
                        .getFirst()
                        .category())
                .isEqualTo(category);
    }

    @Test
    void aCategoryBetweenTheRowsCountsMoreThanTheCaption() {
        assertThat(read("表2 金融创新类/序号_成果名称_主要做法~一、贸易便利~1_样例一_推行预约。~2_样例二_推行共享。").cases())
                .extracting(CaseRecord::category)
                .containsExactly("贸易便利", "贸易便利");
    }

    @Test
    void aTableOfOtherThingsInTheSameDocumentIsNotRead() {
        assertThat(read("序号_成果名称_主要做法~1_样例一_推行预约。/另有一表。/序号_成果名称_责任单位~1_样例二_甲局").titles())
                .containsExactly("样例一");
    }

    @Test
    void whatTheDocumentDeclaresIsComparedWithWhatWasFound() {
        String rows = "/序号_成果名称_主要做法~1_样例一_推行预约。~2_样例二_推行共享。";

        assertThat(read("现公布2项创新成果。" + rows).diagnostics())
                .containsExactly("DECLARED_COUNT_MET: The document declares 2 cases; all were found");
        assertThat(read("现公布3项创新成果。" + rows).diagnostics())
                .containsExactly("DECLARED_COUNT_MISMATCH: The document declares 3 cases, 2 were found");
        assertThat(read("现公布创新成果。" + rows).diagnostics()).isEmpty();
    }

    @Test
    void aRowWithoutATitleIsTold() {
        assertThat(read("序号_成果名称_主要做法~1_样例一_推行预约。~2__推行共享。").diagnostics())
                .containsExactly("ROW_WITHOUT_TITLE: A table row has no title and was left out");
    }

    @Test
    void aScopeOfTheRowPromotesTheCase() {
        Promotion promotion = Objects.requireNonNull(read("关于复制推广样例成果的通知/序号_成果名称_主要做法_推广范围~1_样例一_推行预约。_全国自贸试验区")
                .cases()
                .getFirst()
                .promotion());

        assertThat(promotion.scope()).isEqualTo(PromotionScope.PILOT_ZONES);
        assertThat(promotion.scopeText()).isEqualTo("全国自贸试验区");
        assertThat(promotion.strength()).isEqualTo(PromotionStrength.MANDATED);
    }

    @Test
    void withoutAScopeItGoesToThoseTheLetterIsAddressedTo() {
        String rows = "/序号_成果名称_主要做法~1_样例一_推行预约。";

        Promotion addressed = Objects.requireNonNull(
                read("关于复制推广样例成果的通知/各省、自治区、直辖市人民政府：" + rows).cases().getFirst().promotion());

        assertThat(addressed.scope()).isEqualTo(PromotionScope.NATIONWIDE);
        assertThat(read("样例成果汇总表/各省、自治区、直辖市人民政府：" + rows).cases().getFirst().promotion())
                .as("nobody promotes it")
                .isNull();
    }

    private static Recognised read(String text) {
        return Recognised.by(new AchievementTables(), text);
    }
}
