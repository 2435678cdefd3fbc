package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.query.Synonyms;
import io.casewire.text.TypedQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTests {
    private final Highlights highlights = new Highlights(
            new Marking(new TextQueries(Synonyms.bundled(), RelatedWords.bundled())), new CaseAnalyzer());

    @Test
    void marksAWholeWordOnceAndNotItsPairs() {
        assertThat(mark("快速通关", CaseDraft.of("a", "货物快速通关"))).isEqualTo(Map.of("title", "货物<mark>快速通关</mark>"));
    }

    @Test
    void marksPairsOnlyWhereTheWordStandsNowhere() {
        CaseDraft whole = CaseDraft.of("a", "货物快速通关").practice("通关以后，快速放行。");
        assertThat(mark("快速通关", whole)).containsOnlyKeys("title");
        CaseDraft scattered = CaseDraft.of("a", "货物通关").practice("快速放行。");
        assertThat(mark("快速通关", scattered))
                .isEqualTo(Map.of("title", "货物<mark>通关</mark>", "practice", "<mark>快速</mark>放行。"));
    }

    @Test
    void escapesEverythingElse() {
        assertThat(mark("通关", CaseDraft.of("a", "<script>alert(\"1\")</script>&通关'")))
                .isEqualTo(
                        Map.of("title", "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;<mark>通关</mark>&#39;"));
    }

    @Test
    void showsThePassageAndNotTheWholeText() {
        String filler = "其他事项照旧办理。".repeat(100);
        String marked = mark("通关", CaseDraft.of("a", "无").practice(filler + "企业办理通关手续。" + filler))
                .get("practice");
        assertThat(marked)
                .startsWith("…")
                .contains("办理<mark>通关</mark>手续")
                .endsWith("…")
                .hasSizeLessThan(400);
    }

    @Test
    void marksOtherNamesAndSlipsOfThePenAndWidths() {
        assertThat(mark("自贸区", CaseDraft.of("a", "自由贸易试验区"))).containsEntry("title", "<mark>自由贸易试验区</mark>");
        assertThat(mark("blokchain", CaseDraft.of("a", "Blockchain提单")))
                .containsEntry("title", "<mark>Blockchain</mark>提单");
        assertThat(mark("rcep", CaseDraft.of("a", "ＲＣＥＰ规则"))).containsEntry("title", "<mark>ＲＣＥＰ</mark>规则");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5kg | 每件5㎏小包 | 每件<mark>5㎏</mark>小包",
                "-18°C | 在-18℃作业 | 在-<mark>18℃</mark>作业",
                "1优化 | ①优化流程 | <mark>①优化</mark>流程",
                "iso9001 | 通过ISO 9001认证 | 通过<mark>ISO 9001</mark>认证",
                "wi fi | 公共WiFi覆盖 | 公共<mark>WiFi</mark>覆盖",
                "wifi | 公共Wi-Fi覆盖 | 公共<mark>Wi-Fi</mark>覆盖",
                "wifi | 公共Wi\u00adFi覆盖 | 公共<mark>Wi\u00adFi</mark>覆盖",
                "创新监管 | 推進創新監管 | 推進<mark>創新監管</mark>",
                "長江民生 | 保护⻓江⺠⽣ | 保护<mark>⻓江⺠⽣</mark>",
                "单一窗口改革 | “单一窗口”改革 | “<mark>单一窗口”改革</mark>",
            })
    void marksWhatIsPrintedInWhateverSpelling(String typed, String title, String marked) {
        assertThat(mark(typed, CaseDraft.of("a", title))).containsEntry("title", marked);
    }

    private Map<String, String> mark(String typed, CaseDraft draft) {
        return highlights.of(analysed(typed), draft.stored());
    }

    /** As an index understands it that knows no case. */
    private static AnalysedQuery analysed(String typed) {
        try {
            return QueryAnalyser.analysed(TypedQuery.parse(typed), new IndexSearcher(new MultiReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
