package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WebPageTests {
    @Test
    void readsTheDocumentAndLeavesThePageAroundItOut() throws IOException {
        ParsedDocument parsed = parse("government-page.html");

        assertThat(parsed.document().title()).isEqualTo("样例省人民政府办公厅关于复制推广样例改革试点经验的通知");
        assertThat(parsed.document().documentNumber()).isEqualTo("样政办函〔2025〕21号");
        assertThat(parsed.document().issuedOn()).isEqualTo("2025-03-12");
        assertThat(parsed.document().genre()).isEqualTo(Genre.PROMOTION_LIST);
        assertThat(parsed.text().paragraphs().getLast().text()).isEqualTo("（此件公开发布）");
        assertThat(parsed.text().blocks().toString())
                .doesNotContain("不是正文")
                .doesNotContain("首页")
                .doesNotContain("微博")
                .doesNotContain("图解")
                .doesNotContain("备");
    }

    @Test
    void fillsSpannedCellsOfItsTable() throws IOException {
        assertThat(cases(parse("government-page.html")))
                .extracting(CaseRecord::number, CaseRecord::title, CaseRecord::category, CaseRecord::leadUnits)
                .containsExactly(
                        tuple(1, "出口货物“抵港直装”", "贸易便利化", List.of("样例海关")),
                        tuple(2, "内外贸集装箱同船运输", "贸易便利化", List.of("样例海关", "省交通运输厅")),
                        tuple(3, "企业名称自主申报", "投资便利化", List.of("省市场监管局")),
                        tuple(4, "住所申报承诺制", "政府职能转变", List.of("省市场监管局")));
    }

    @Test
    void readsAnArticleOfNestedSectionsWithoutParagraphs() throws IOException {
        ParsedDocument parsed = parse("wechat-article.html");

        assertThat(parsed.document().title()).isEqualTo("样例自贸试验区三个“最佳实践案例”来了");
        assertThat(cases(parsed))
                .extracting(CaseRecord::number, CaseRecord::title)
                .containsExactly(tuple(1, "船舶供油“一口受理”"), tuple(2, "跨境数据“白名单”"), tuple(3, "商事纠纷“一站式”化解"));
        assertThat(cases(parsed)).allMatch(found -> found.metrics().size() >= 1);
        CaseRecord last = cases(parsed).getLast();
        assertThat(Objects.requireNonNull(last.effects()).text()).isEqualTo("平均调解周期由45天降到20天。");
    }

    private static List<CaseRecord> cases(ParsedDocument parsed) {
        return parsed.records().stream()
                .filter(CaseRecord.class::isInstance)
                .map(CaseRecord.class::cast)
                .toList();
    }

    private static ParsedDocument parse(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WebPageTests.class.getResourceAsStream("/pages/" + name))) {
            return new DocumentParser().parse(in.readAllBytes(), name);
        }
    }
}
