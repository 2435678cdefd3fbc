package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedListsTests {
    private static final String FOUR = "/1.“样例预约”模式/2.样例共享机制（厦门片区）/3.样例直贷改革/4.样例互认制度";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a list that is named;样例改革创新案例名单/1.样例预约模式/2.样例共享机制/3.样例直贷改革/4.样例互认制度;72",
                "a letter that publishes it;关于公布样例创新案例的通知/1.样例预约模式/2.样例共享机制/3.样例直贷改革/4.样例互认制度;72",
                "names in quotes;样例改革创新案例名单/1.“样例甲”大厦/2.“样例乙”大厦/3.“样例丙”大厦/4.“样例丁”大厦;72",
                "three are too few;样例改革创新案例名单/1.样例预约模式/2.样例共享机制/3.样例直贷改革;0",
                "sentences where the list counts itself;关于对样例经验做法给予表扬的通报/经验做法（共3项）/1.甲市推行一次填报。/2.乙市合并环节。/3.丙县设立夜间窗口。;72",
                "a count on a line of its own;关于对样例经验做法给予表扬的通报/经验做法/（共三项）/1.甲市推行一次填报。/2.乙市合并环节。/3.丙县设立夜间窗口。;72",
                "sentences that nobody counts;关于对样例经验做法给予表扬的通报/经验做法/1.甲市推行一次填报。/2.乙市合并环节。/3.丙县设立夜间窗口。/4.丁县推行一次办理。;0",
                "a count of something else;关于对样例经验做法给予表扬的通报/经验做法（共9项）/1.甲市推行一次填报。/2.乙市合并环节。/3.丙县设立夜间窗口。;0",
                "a headline and what each means;样例港区十大创新案例发布/1．“预约”新模式。甲港推行预约。/2．“共享”新机制。乙港统一编号。/3．“夜检”新服务。丙港夜间开放。;72",
                "two are too few of them;样例港区十大创新案例发布/1．“预约”新模式。甲港推行预约。/2．“共享”新机制。乙港统一编号。;0",
                "a headline on other things;样例港区新闻发布/1．“预约”新模式。甲港推行预约。/2．“共享”新机制。乙港统一编号。/3．“夜检”新服务。丙港夜间开放。;0",
                "a letter that asks for cases;关于开展样例创新案例征集公布的通知/1.样例预约模式/2.样例共享机制/3.样例直贷改革/4.样例互认制度;0",
                "a list of other things;样例企业名单/1.样例预约模式/2.样例共享机制/3.样例直贷改革/4.样例互认制度;0",
                "names that are no practices;样例改革创新案例名单/1.甲省乙市大厦/2.甲省丙市大厦/3.甲省丁市大厦/4.甲省戊市大厦;0",
                "an outline with text below;样例改革创新案例名单/1.样例预约模式/推行。/2.样例共享机制/推行。/3.样例直贷改革/推行。/4.样例互认制度/推行。;0",
                "the last behind semicolons;样例改革创新案例名单/1.样例预约模式；/2.样例共享机制；/3.样例直贷改革；/4.样例互认制度。;72",
                "sentences are no enumeration;样例改革创新案例名单/1.样例预约模式。/2.样例共享机制。/3.样例直贷改革。/4.样例互认制度。;0",
                "areas nobody knows;关于公布样例创新成果的公告/1.样例预约（甲片区）/2.样例共享（乙片区）/3.样例直贷（丙片区、甲海关）/4.样例互认（甲片区）;72",
                "fields of a form;样例改革创新案例名单/1.项目名称：样例改革/2.项目金额：九万改革/3.项目时间：五月改革/4.项目地点：甲市改革;0",
            })
    void aListNamesPracticesATitleALine(String name, String text, int score) {
        assertThat(Recognised.by(new NamedLists(), text).score()).isEqualTo(score);
    }

    @Test
    void everyTitleIsACaseWithItsPlace() {
        assertThat(read("样例改革创新案例名单/一、贸易便利领域" + FOUR).cases())
                .extracting(CaseRecord::number, CaseRecord::title, CaseRecord::category, CaseRecord::areas)
                .containsExactly(
                        tuple(1, "“样例预约”模式", "贸易便利领域", List.of()),
                        tuple(2, "样例共享机制", "贸易便利领域", List.of("厦门片区")),
                        tuple(3, "样例直贷改革", "贸易便利领域", List.of()),
                        tuple(4, "样例互认制度", "贸易便利领域", List.of()));
    }

    @Test
    void unitsInTheBracketAreThoseItComesFrom() {
        CaseRecord last =
                read("样例改革创新案例名单" + FOUR + "/5.样例核查机制（甲海关、乙局）").cases().getLast();

        assertThat(last.title()).isEqualTo("样例核查机制");
        assertThat(last.originUnits()).containsExactly("甲海关", "乙局");
    }

    @Test
    void aBracketWithAnythingElseBelongsToTheTitle() {
        CaseRecord last = read("样例改革创新案例名单" + FOUR + "/5.样例核查机制（试行）").cases().getLast();

        assertThat(last.title()).isEqualTo("样例核查机制（试行）");
        assertThat(last.originUnits()).isEmpty();
    }

    @Test
    void aFewWordsBehindAQuotedNameSumItUp() {
        CaseRecord last =
                read("样例改革创新案例名单" + FOUR + "/5.“样例核查”机制。推行核查，企业少跑一趟。").cases().getLast();

        assertThat(last.title()).isEqualTo("“样例核查”机制");
        assertThat(last.summary()).isEqualTo("推行核查，企业少跑一趟。");
    }

    @Test
    void aSentenceIsATitleWithoutItsStop() {
        assertThat(read("关于对样例经验做法给予表扬的通报/经验做法（共3项）/1.甲市推行一次填报。/2.乙市合并环节。/3.丙县设立夜间窗口。")
                        .titles())
                .containsExactly("甲市推行一次填报", "乙市合并环节", "丙县设立夜间窗口");
    }

    @ParameterizedTest
    @CsvSource({"80, 3", "81, 0"})
    void aSentenceIsATitleAsLongAsATitleMayBe(int length, int cases) {
        String last = "3." + "样".repeat(length - 3) + "。";

        assertThat(read("关于对样例经验做法给予表扬的通报/经验做法（共3项）/1.甲市推行一次填报。/2.乙市合并环节。/" + last)
                        .cases())
                .hasSize(cases);
    }

    @Test
    void aNumberThatLostItsPointCountsOn() {
        assertThat(read("样例改革创新案例名单" + FOUR + "/5 样例核查机制/7 样例另计机制").cases())
                .extracting(CaseRecord::number)
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void listsThatTellMoreAreReadByOthers() {
        assertThat(read("样例改革创新案例名单/1.样例甲模式/责任单位：甲局/2.样例乙模式/责任单位：乙局/3.样例丙模式/责任单位：丙局/4.样例丁模式/责任单位：丁局")
                        .cases())
                .isEmpty();
    }

    @Test
    void whatIsOddIsTold() {
        assertThat(read("样例改革创新案例名单/共6个/一、贸易便利领域（5项）/1.样例预约模式/2.样例共享机制/4.样例直贷改革/5.样例互认制度")
                        .diagnostics())
                .containsExactly(
                        "NUMBERING_GAP: Number 3 is missing before 4",
                        "CATEGORY_COUNT_MISMATCH: '贸易便利领域' declares 5 items, 4 were found",
                        "DECLARED_COUNT_MISMATCH: The document declares 6 cases, 4 were found");
    }

    private static Recognised read(String text) {
        return Recognised.by(new NamedLists(), text);
    }
}
