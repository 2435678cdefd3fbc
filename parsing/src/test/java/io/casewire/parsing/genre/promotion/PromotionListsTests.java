package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionListsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a scope is enough;样例表/序号_改革事项_推广范围~1_样例一_全国;85",
                "units where the letter promotes;样例改革试点经验复制推广/序号_改革事项_责任单位~1_样例一_甲局;85",
                "units where nothing is promoted;样例表/序号_改革事项_责任单位~1_样例一_甲局;0",
                "what a plan tells its own offices to do by a day;复制推广样例工作方案/序号_改革事项_责任单位_完成时限~1_样例一_甲局_2024年底;0",
                "a plan with a scope;复制推广样例工作方案/序号_改革事项_推广范围_完成时限~1_样例一_全国_2024年底;85",
                "a list that says who has to be done by when;样例市复制推广任务清单/序号_改革举措_责任部门_完成时间~1_样例一_甲局_2025年底;0",
                "a time of promotion is none;样例改革试点经验复制推广/序号_改革事项_责任单位_推广时间~1_样例一_甲局_2025年;85",
                "a form to fill in;样例表/序号_改革事项_推广范围~1__~2__;0",
                "a table of something else beside it;样例改革试点经验复制推广/序号_企业~1_甲厂/序号_改革事项_责任单位~1_样例一_甲局;85",
                "what each means where the letter promotes;样例改革试点经验复制推广/序号_改革事项_主要内容~1_样例一_推行预约;85",
                "whence where the letter promotes;样例改革试点经验复制推广/序号_改革事项_来源地~1_样例一_厦门片区;85",
                "titles and nothing else;样例改革试点经验复制推广/序号_改革事项~1_样例一;0",
                "a plan that says when;复制推广样例工作方案/序号_改革事项_主要内容_完成时间~1_样例一_推行预约_2025年;0",
                "a plan that says when first;复制推广样例工作方案/完成时间_改革事项_主要内容~2025年_样例一_推行预约;0",
                "a list that says first when it has to be done;样例市复制推广任务清单/完成时间_改革举措_责任部门~2025年底_样例一_甲局;0",
                "a letter that says when;样例改革试点经验复制推广/序号_改革事项_主要内容_完成时间~1_样例一_推行预约_2025年;85",
                "a plan that does not;复制推广样例工作方案/序号_改革事项_责任单位~1_样例一_甲局;85",
                "no table;样例改革试点经验复制推广/样例一;0",
            })
    void aListOfReformsSaysWhereToOrWhoGuides(String name, String text, int score) {
        assertThat(Recognised.by(new PromotionLists(), text).score()).isEqualTo(score);
    }

    @Test
    void everyRowIsACaseWithItsUnitsAndItsScope() {
        List<CaseRecord> cases = read("关于复制推广样例改革试点经验的通知/序号_改革事项_主要内容_负责单位_推广范围~一、贸易便利（2项）~"
                        + "1_样例一_推行预约。_甲局、乙局_全国~2_样例二_推行共享。_丙局_全国自贸试验区")
                .cases();

        assertThat(cases)
                .extracting(
                        CaseRecord::number,
                        CaseRecord::title,
                        CaseRecord::category,
                        CaseRecord::leadUnits,
                        CaseRecord::summary)
                .containsExactly(
                        tuple(1, "样例一", "贸易便利", List.of("甲局", "乙局"), "推行预约。"),
                        tuple(2, "样例二", "贸易便利", List.of("丙局"), "推行共享。"));
        assertThat(cases)
                .extracting(found -> Objects.requireNonNull(found.promotion()).scope())
                .containsExactly(PromotionScope.NATIONWIDE, PromotionScope.PILOT_ZONES);
    }

    @Test
    void aRowWithoutAScopeGoesToThoseTheLetterIsAddressedTo() {
        Promotion promotion = Objects.requireNonNull(read("福建自贸试验区关于复制推广样例的通知/厦门片区、福州片区管委会：/序号_改革事项_责任单位~1_样例一_甲局")
                .cases()
                .getFirst()
                .promotion());

        assertThat(promotion.scope()).isEqualTo(PromotionScope.NAMED);
        assertThat(promotion.regions()).containsExactly("350000");
    }

    @Test
    void aCategoryThatIsDeclaredAndNotMetIsTold() {
        assertThat(read("样例改革试点经验复制推广，共3项/序号_改革事项_责任单位~一、贸易便利（2项）~1_样例一_甲局").diagnostics())
                .containsExactly(
                        "CATEGORY_COUNT_MISMATCH: '贸易便利' declares 2 items, 1 were found",
                        "DECLARED_COUNT_MISMATCH: The document declares 3 cases, 1 were found");
    }

    @Test
    void aDocumentWithoutSuchATableSaysNothing() {
        assertThat(read("样例表，共3项/序号_改革事项_责任单位~1_样例一_甲局").findings().diagnostics())
                .isEmpty();
    }

    private static Recognised read(String text) {
        return Recognised.by(new PromotionLists(), text);
    }
}
