package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldListsTests {
    private static final String THREE = "/一、样例预约/甲港网上取号。/二、样例共享/乙港统一编号。/三、样例夜检/丙港夜间开放。";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a batch;样例港区第二批创新案例;62",
                "a letter that publishes them;关于印发样例港区创新案例的通知;62",
                "a count above them;样例港区经验做法（共3项）;62",
                "a count in the letter;样例港区经验做法/现公布3个典型案例。;62",
                "another count;样例港区经验做法/现公布5个典型经验。;0",
                "nobody says that they are several;样例港区经验做法;0",
                "a list of something else;样例港区第二批企业;0",
                "trials;样例港区第二批走私犯罪典型案例;0",
                "a letter that asks for them;关于开展样例港区第二批创新案例征集的通知;0",
            })
    void theDocumentSaysThatItCollectsCases(String name, String title, int score) {
        assertThat(Recognised.by(new ToldLists(), title + THREE).score()).isEqualTo(score);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "in another style;1.样例预约/甲港网上取号。/2.样例共享/乙港统一编号。/3.样例夜检/丙港夜间开放。;62",
                "by a word;案例一：样例预约/甲港网上取号。/案例二：样例共享/乙港统一编号。/案例三：样例夜检/丙港夜间开放。;62",
                "on lines of their own;01/样例预约/甲港网上取号。/02/样例共享/乙港统一编号。/03/样例夜检/丙港夜间开放。;62",
                "two are too few;一、样例预约/甲港网上取号。/二、样例共享/乙港统一编号。;0",
                "one without prose;一、样例预约/甲港网上取号。/二、样例共享/三、样例夜检/丙港夜间开放。;0",
                "chapters of a letter;一、基本情况/甲港网上取号。/二、主要做法/乙港统一编号。/三、工作要求/丙港夜间开放。;0",
                "parts of one case;一、坚持统筹推进/甲港网上取号。/二、强化数据共享/乙港统一编号。/三、样例夜检/丙港夜间开放。;0",
                "sentences for titles;一、统筹推进，形成合力/甲港网上取号。/二、样例共享/乙港统一编号。/三、样例夜检/丙港夜间开放。;0",
                "trials by their titles;一、张某走私案/甲港网上取号。/二、李某走私案/乙港统一编号。/三、王某走私案/丙港夜间开放。;0",
                "records are no trials;一、出区备案/甲港网上取号。/二、样例共享/乙港统一编号。/三、样例夜检/丙港夜间开放。;62",
            })
    void everyTitleIsANameWithProseBeneathIt(String name, String items, int score) {
        assertThat(Recognised.by(new ToldLists(), "样例港区第二批创新案例/" + items).score())
                .isEqualTo(score);
    }

    @Test
    void aTableTellsMore() {
        assertThat(Recognised.by(new ToldLists(), "样例港区第二批创新案例" + THREE + "/序号_成果名称~1_甲~2_乙~3_丙")
                        .score())
                .isZero();
    }

    @Test
    void longProseBesideThemMakesItAnotherText() {
        assertThat(read("样例港区第二批创新案例" + "/样例港区推进改革。".repeat(5) + THREE).score()).isEqualTo(62);
        assertThat(read("样例港区第二批创新案例" + "/样例港区推进改革。".repeat(6) + THREE).score()).isZero();
    }

    @Test
    void everyTitleIsACaseOfItsGroupWithItsPlace() {
        List<CaseRecord> cases = read("样例港区第二批创新案例/一、贸易领域/（一）样例预约（甲片区）/以往排队三小时。/现在网上取号。"
                        + "/（二）样例共享（乙片区、丙海关）/乙港统一编号。/二、金融领域/（三）样例融资/银行凭登记放款。")
                .cases();

        assertThat(cases)
                .extracting(
                        CaseRecord::number,
                        CaseRecord::title,
                        CaseRecord::category,
                        CaseRecord::areas,
                        CaseRecord::originUnits,
                        found -> Objects.requireNonNull(found.practice()).text())
                .containsExactly(
                        tuple(1, "样例预约", "贸易领域", List.of("甲片区"), List.of(), "以往排队三小时。\n现在网上取号。"),
                        tuple(2, "样例共享", "贸易领域", List.of("乙片区"), List.of("乙片区", "丙海关"), "乙港统一编号。"),
                        tuple(3, "样例融资", "金融领域", List.of(), List.of(), "银行凭登记放款。"));
    }

    @Test
    void theSignatureBelowIsNoPartOfTheLast() {
        CaseRecord last =
                read("样例港区第二批创新案例" + THREE + "/甲省商务厅/2025年3月1日").cases().getLast();

        assertThat(Objects.requireNonNull(last.practice()).text()).isEqualTo("丙港夜间开放。");
    }

    @Test
    void whatIsOddIsTold() {
        assertThat(read("样例港区第二批创新案例（共4个）/一、样例预约/甲港网上取号。/二、样例共享/乙港统一编号。/四、样例夜检/丙港夜间开放。")
                        .diagnostics())
                .containsExactly(
                        "NUMBERING_GAP: Number 3 is missing before 4",
                        "DECLARED_COUNT_MISMATCH: The document declares 4 cases, 3 were found");
    }

    private static Recognised read(String text) {
        return Recognised.by(new ToldLists(), text);
    }
}
