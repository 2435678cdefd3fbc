package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** The same four fields above the same text. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "labels beside values;<table><tr><td>索引号：</td><td>甲-1</td><td>发文机关：</td><td>甲市人民政府</td></tr><tr><td>标题：</td><td colspan=3>T</td></tr><tr><td>文号：</td><td>样政发〔2024〕7号</td><td>发布日期：</td><td>2024-05-08</td></tr></table>",
                "labels above values;<table><tr><th>索引号</th><th>标题</th><th>发文机关</th><th>发布日期</th><th>文号</th></tr><tr><td>甲-1</td><td>T</td><td>甲市人民政府</td><td>2024年5月8日</td><td>样政发〔2024〕7号</td></tr></table>",
                "label and value in a cell;<table><tr><td>索引号：甲-1</td><td>发文机关：甲市人民政府</td></tr><tr><td>标题：T</td><td>文号：样政发〔2024〕7号</td></tr><tr><td>发布日期：2024-05-08</td><td></td></tr></table>",
                "a list;<ul><li><b>索引号：</b>甲-1</li><li><b>标题：</b>T</li><li><b>发文机关：</b>甲市人民政府</li><li><b>文号：</b>样政发〔2024〕7号</li><li><b>发布日期：</b>2024-05-08</li></ul>",
                "a list of definitions;<dl><dt>索引号</dt><dd>甲-1</dd><dt>标题</dt><dd>T</dd><dt>发文机关</dt><dd>甲市人民政府</dd><dt>文号</dt><dd>样政发〔2024〕7号</dd><dt>发布日期</dt><dd>2024-05-08</dd></dl>",
                "one line;<div><span>索引号：甲-1</span> <span>标题：T</span> <span>发文机关：甲市人民政府</span> <span>文号：样政发〔2024〕7号</span> <span>发布日期：2024-05-08</span></div>",
            })
    void theFieldsAboveADocumentSayWhatItIs(String name, String fields) {
        String title = "甲市人民政府关于推进样例改革的实施方案";
        String page = "<!DOCTYPE html><html><body>" + fields.replace("T", title) + "<p>现印发给你们。</p>"
                + "<p>一、推行样例预约。推行预约。（省商务厅负责）</p><p>二、推行样例直提。推行直提。（省财政厅负责）</p></body></html>";

        DocumentRecord document = new DocumentParser()
                .parse(page.getBytes(StandardCharsets.UTF_8), "页面.html")
                .document();

        assertThat(document.title()).isEqualTo(title);
        assertThat(document.issuer()).isEqualTo("甲市人民政府");
        assertThat(document.documentNumber()).isEqualTo("样政发〔2024〕7号");
        assertThat(document.issuedOn()).isEqualTo("2024-05-08");
    }

    @Test
    void tablesDrawnAsOneGiveTheCasesOfBoth() {
        String page = "<html><body><p>样例自由贸易试验区制度创新成果汇总表</p><table>"
                + "<tr><td>序号</td><td colspan=2>成果名称</td><td>主要做法</td><td>推荐单位</td></tr>"
                + "<tr><td>1</td><td colspan=2>样例通关模式</td><td>推行提前申报。</td><td>长沙海关</td></tr>"
                + "<tr><td>序号</td><td>成果名称</td><td colspan=2>主要做法</td><td>推荐单位</td></tr>"
                + "<tr><td>1</td><td>样例<br>直提模式</td><td colspan=2>推行凭码提货。</td><td>省商务厅</td></tr></table></body></html>";

        assertThat(cases(new DocumentParser().parse(page.getBytes(StandardCharsets.UTF_8), "页面.html")))
                .extracting(CaseRecord::title, CaseRecord::printedTitle, CaseRecord::originUnits)
                .containsExactly(tuple("样例通关模式", null, List.of("长沙海关")), tuple("样例直提模式", null, List.of("省商务厅")));
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
