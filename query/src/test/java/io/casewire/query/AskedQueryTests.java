package io.casewire.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.text.TypedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedQueryTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // spelling, script, width
                "通關便利 | 货物通关便利化",
                "ISO9001 | 通过ISO 9001认证",
                "wi fi | 公共Wi-Fi覆盖",
                "-18℃ | 冷库－18°C作业",
                // a word's pairs may be scattered, a lone joining character may be missing
                "货物通关时间 | 货物在口岸通关，时间更短",
                "人才和资金 | 引进人才，投入资金",
                // other names, words taken apart
                "综保区 | 综合保税区仓储",
                "“综保区” | 综合保税区仓储",
                "trade/investment | investment and trade",
                // question words
                "怎样缩短货物通关时间 | 缩短货物通关时间",
                // places, by any form of their names
                "上海自贸区 融资 | 上海自贸试验区办理融资",
                "湖南 融资 | 岳阳片区办理融资",
                "长沙海关 | 由长沙海关负责",
                // figures as text
                "压缩50%以上 | 时间压缩50%以上",
                "-退货 | 跨境电商",
                "2024年 | 2024年印发",
            })
    void isAnsweredByWhatHasAllOfIt(String query, String text) {
        assertThat(asked(query).leftOut(content(text))).isEmpty();
        assertThat(asked(query).isAnsweredBy(content(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "跨境电商 融资 | 跨境电商出口 | 融资",
                "跨境电商 | 跨境电子 | 商",
                "“一站式监管” | 一站式办理和监管 | 一站式监管",
                "ISO9001 | 通过ISO 9002认证 | ISO9001",
                "blockchain | 电子提单 | blockchain",
                "aeo | AEOS企业 | aeo",
                // a slip of the pen is shown, never told
                "blokchain | Blockchain电子提单 | blokchain",
                "上海自贸试验区 融资 | 天津自贸试验区办理融资 | 上海自贸试验区",
                "压缩50%以上 | 时间压缩40% | 50%以上",
                "外籍人才工作许可 | 外籍人才办理许可 | 工作",
            })
    void saysWhatIsLeftOut(String query, String text, String leftOut) {
        assertThat(asked(query).leftOut(content(text))).containsExactly(leftOut);
        assertThat(asked(query).isAnsweredBy(content(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"跨境电商 -退货 | 跨境电商退货", "-“wi fi” | 公共Wi-Fi", "“” | 通关", "—— | 通关", "，。 | 通关"})
    void isNotAnsweredByWhatIsExcludedNorWhereNothingIsAsked(String query, String text) {
        assertThat(asked(query).isAnsweredBy(content(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "通关",
                "货物通关时间",
                "综保区仓储",
                "blockchain",
                "wi fi",
                "trade/investment",
                "“一站式 监管”",
                "人才和资金 -退货",
                "港 口岸",
            })
    void sharesAClueWithWhatAnswersIt(String query) {
        Content answer = content("货物在口岸通关，时间更短。港口。综合保税区仓储。Blockchain, Wi-Fi, investment; trade。一站式监管人才，资金");
        AskedQuery asked = asked(query);
        assertThat(asked.isAnsweredBy(answer)).isTrue();

        Set<Clue> clues = new HashSet<>(asked.clues(_ -> 1));
        assertThat(clues).isNotEmpty();
        clues.retainAll(clues(answer));
        assertThat(clues).isNotEmpty();
    }

    @Test
    void goesByTheRarestClueOfItsWords() {
        AskedQuery asked = asked("贸易 通关便利");
        Set<Clue> rare = clues(content("便利"));
        Set<Clue> clues = asked.clues(clue -> rare.contains(clue) ? 0 : 10);

        assertThat(clues).hasSize(1).isSubsetOf(rare);
    }

    private static Set<Clue> clues(Content content) {
        Set<Clue> clues = new HashSet<>();
        content.forEachClue(code -> clues.add(new Clue(code)));
        return clues;
    }

    private static AskedQuery asked(String query) {
        return AskedQuery.of(TypedQuery.parse(query));
    }

    private static Content content(String text) {
        return Content.of(List.of(text));
    }
}
