package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.text.SearchText.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "通过ISO 9001认证 | ISO9001",
                "通过ISO9001认证 | iso-9001",
                "执行GB/T 19001—2016标准 | gb/t19001",
                "执行GBT19001标准 | GB/T 19001",
                "Wi-Fi全覆盖 | wifi",
                "WIFI全覆盖 | Wi-Fi",
                "Wi Fi全覆盖 | wifi",
                "wi\u00adfi全覆盖 | Wi\u2011Fi",
                "在-18℃冷冻 | 18°C",
                "在－18 °C冷冻 | -18℃",
                "每件5㎏、100㎡ | 5kg",
                "每件5kg、100m² | 100㎡",
                "①优化流程 | 1优化流程",
                "企业开办“一网通办”改革 | 一网通办改革",
                "企業開辦便利化 | 企业开办",
                "企业开办便利化 | 企業開辦",
                "⻓江⺠⽣ | 长江民生",
                "货值3,000万元 | 3000",
                "货值3000万元 | 3，000",
                "二○二四年 | 二〇二四年",
                "采用U.S.标准 | us",
                "增长50%以上 | 50％",
                "A\u00a0B试点 | ab试点",
            })
    void findsEverySpelling(String text, String term) {
        assertThat(SearchText.of(text).contains(SearchText.of(term).line())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // another number
                "到2025年 | 25",
                "增长1.5倍 | 15",
                "增长1.5倍 | 5",
                "2024-2025年 | 20242025",
                "2025 GDP | 5g",
                "脚注10① | 101",
                // a part of a word
                "email通知 | ai",
                "RCEP规则 | rce",
                // over the end of a sentence or of a line
                "加快通关。海关查验 | 通关海关",
                "进口/出口 | 进口出口",
                "加快通关\u2028海关查验 | 通关海关",
                "see above. Below | abovebelow",
            })
    void findsNothingElse(String text, String term) {
        assertThat(SearchText.of(text).contains(SearchText.of(term).line())).isFalse();
    }

    @Test
    void findsNothingOverTheEndOfAPart() {
        SearchText text = SearchText.of(List.of("通关", "海关。查验", ""));
        assertThat(text.contains(SearchText.of("通关海关").line())).isFalse();
        assertThat(text.contains(SearchText.of("通关，海关").line())).isFalse();
        assertThat(text.contains(SearchText.of("海关，查验").line())).isTrue();
    }

    @Test
    void saysWhereEachPieceStandsInTheOriginal() {
        assertThat(SearchText.of("《Ｗｉ-Fi 6》用5㎏").pieces())
                .containsExactly(
                        new Piece("wi", true, 0, 1, 3, false),
                        new Piece("fi", true, 2, 4, 6, true),
                        new Piece("6", true, 4, 7, 8, true),
                        new Piece("用", false, 5, 9, 10, true),
                        new Piece("5", true, 6, 10, 11, true),
                        new Piece("kg", true, 7, 11, 12, true));
    }

    @Test
    void countsThePositionsOfEverySpellingAlike() {
        List<String> spellings = List.of("Wi-Fi全网", "wifi全网", "wi fi全 网");
        assertThat(spellings.stream()
                        .map(text -> SearchText.of(text).pieces().getLast().position()))
                .containsOnly(5);
    }

    @Test
    void readsTheLongestWordsInPieces() {
        assertThat(SearchText.of("x".repeat(1000) + "9".repeat(1000)).pieces())
                .allMatch(piece -> piece.text().length() <= 255)
                .hasSize(8);
    }

    @Test
    void readsATextOfPunctuationAsNothing() {
        assertThat(SearchText.of("《》—— …… \ud83d\ude00").pieces()).isEmpty();
        assertThat(SearchText.of("").line()).isEmpty();
    }
}
