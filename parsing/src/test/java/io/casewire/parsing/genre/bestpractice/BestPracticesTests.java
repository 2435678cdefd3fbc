package io.casewire.parsing.genre.bestpractice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.parsing.genre.Recognised;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestPracticesTests {
    private static final String HEAD = "样例省最佳实践案例/";
    private static final String PARTS = "/一、主要做法/推行预约。/二、实践效果/少跑一趟。";
    private static final String MORE = "/一、主要做法/推行共享。/二、实践效果/少填一表。";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "two chapters;案例一：样例甲/主要做法/推行。/主要成效/少跑。/案例二：样例乙/主要做法/推行。/主要成效/少跑。;88",
                "one case that calls itself one;样例案例/样例甲/主要做法/推行。/主要成效/少跑。;70",
                "one case worth taking over;样例甲/主要做法/推行。/主要成效/少跑。/推广价值/可推广。;70",
                "the summary of an office;样例总结/样例甲/主要做法/推行。/主要成效/少跑。;0",
                "one that tells its troubles;样例案例/样例甲/主要做法/推行。/主要成效/少跑。/三、存在问题/人少。;0",
                "no effects;样例案例/样例甲/主要做法/推行。/样例乙/主要做法/推行。;0",
                "what is new stands for the practice;样例案例/1.样例甲/主要创新点/推行。/主要成效/少跑。/2.样例乙/主要创新点/推行。/主要成效/少跑。;70",
            })
    void aCollectionHasChaptersWithPracticeAndEffects(String name, String text, int score) {
        assertThat(Recognised.by(new BestPractices(), text).score()).isEqualTo(score);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "spelled out;案例一：样例甲;案例二：样例乙",
                "numbered;1.样例甲;2.样例乙",
                "announced on the line above;案例一/样例甲;案例二/样例乙",
                "behind a label;【案例】样例甲;【案例】样例乙",
            })
    void aChapterBeginsWithItsTitle(String name, String first, String second) {
        assertThat(read(HEAD + first + PARTS + "/" + second + MORE).titles()).containsExactly("样例甲", "样例乙");
    }

    @Test
    void aChapterIsDividedByItsLabels() {
        CaseRecord found = read(HEAD + "案例一：样例甲/推荐单位：甲局/样例片区先行。/一、改革背景/排队太久。/二、主要做法/"
                        + "（一）推行预约/网上取号。/（二）推行共享/数据代跑。/三、实践效果/少跑一趟。/四、下一步打算/继续推行。/案例二：样例乙"
                        + MORE)
                .cases()
                .getFirst();

        assertThat(found.originUnits()).containsExactly("甲局");
        assertThat(found.summary()).isEqualTo("样例片区先行。");
        assertThat(found.background()).isEqualTo("排队太久。");
        assertThat(Objects.requireNonNull(found.practice()).measures())
                .containsExactly(new NumberedText(1, "推行预约", "网上取号。"), new NumberedText(2, "推行共享", "数据代跑。"));
        assertThat(Objects.requireNonNull(found.effects()).text()).isEqualTo("少跑一趟。");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "in brackets below the title;案例一：样例甲/（福建自贸试验区厦门片区）",
                "bare below the title;案例一：样例甲/福建自贸试验区厦门片区",
                "behind a sign above it;■ 福建自贸试验区厦门片区/案例一：样例甲",
                "behind the title;案例一：样例甲（福建自贸试验区厦门片区）",
                "in the lead;案例一：样例甲/福建自贸试验区厦门片区推行样例改革。",
            })
    void thePlaceStandsBesideTheTitleOrInTheLead(String name, String title) {
        CaseRecord found =
                read(HEAD + title + PARTS + "/案例二：样例乙" + MORE).cases().getFirst();

        assertThat(found.title()).isEqualTo("样例甲");
        assertThat(found.zones()).containsExactly("福建自贸试验区");
        assertThat(found.areas()).containsExactly("厦门片区");
    }

    @Test
    void aHeadingAboveTitlesGroupsThem() {
        assertThat(read(HEAD + "（一）贸易便利领域/1.样例甲" + PARTS + "/2.样例乙" + MORE + "/（二）金融服务领域/3.样例丙" + PARTS)
                        .cases())
                .extracting(CaseRecord::number, CaseRecord::title, CaseRecord::category)
                .containsExactly(tuple(1, "样例甲", "贸易便利领域"), tuple(2, "样例乙", "贸易便利领域"), tuple(3, "样例丙", "金融服务领域"));
    }

    @Test
    void whatIsOddIsTold() {
        assertThat(read(HEAD + "现发布3个案例。/案例一：样例甲" + PARTS + "/案例三：样例丙/一、主要做法/推行共享。")
                        .diagnostics())
                .containsExactly(
                        "NO_EFFECTS: '样例丙' has no part on its effects",
                        "NUMBERING_GAP: Number 2 is missing before 3",
                        "DECLARED_COUNT_MISMATCH: The document declares 3 cases, 2 were found");
    }

    @Test
    void theTableOfContentsDeclaresTheCases() {
        assertThat(read("目录/1.样例甲...1/2.样例乙...4/" + HEAD + "1.样例甲" + PARTS + "/2.样例乙" + MORE)
                        .diagnostics())
                .containsExactly("DECLARED_COUNT_MET: The document declares 2 cases; all were found");
    }

    private static Recognised read(String text) {
        return Recognised.by(new BestPractices(), text);
    }
}
