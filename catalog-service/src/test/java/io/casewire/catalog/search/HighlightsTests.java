package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighlightsTests {
    private final CaseAnalyzer analyzer = new CaseAnalyzer();
    private final Highlights highlights = new Highlights(new TextQueries(analyzer, Synonyms.bundled()), analyzer);

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

    private Map<String, String> mark(String typed, CaseDraft draft) {
        return highlights.of(QueryText.parse(typed), draft.stored());
    }
}
