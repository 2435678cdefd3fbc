package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTests {
    @Test
    void joinsASentenceTornByAPageBreakAndKeepsItsLines() {
        DocumentText text = read("有关部门联合推进改革，实现跨境货物一次申报、一次查验和整体通\n\n- 3 -\n\n关放行，节约成本。");

        assertThat(text.paragraphs()).hasSize(1);
        assertThat(text.paragraphs().getFirst().text()).contains("整体通关放行");
        assertThat(text.paragraphs().getFirst().lines()).isEqualTo(new LineRange(1, 5));
        assertThat(text.omissions()).extracting(Omission::reason).containsExactly(Reason.PAGE_NUMBER);
    }

    @Test
    void dropsACharacterPrintedTwiceAtAPageBreak() {
        DocumentText text = read("夯实基础，打牢基础。\n\n自贸试验区各片区在确保安全、便捷操作的基\n\n基础上，同步推进管理。");

        assertThat(text.paragraphs().getLast().text()).isEqualTo("自贸试验区各片区在确保安全、便捷操作的基础上，同步推进管理。");
    }

    @Test
    void leavesHeadingsApartFromTheirText() {
        DocumentText text = read("一、主要做法\n（一）压缩时间\n推行提前申报，时间缩短。");

        assertThat(text.paragraphs()).extracting(Paragraph::text).containsExactly("一、主要做法", "（一）压缩时间", "推行提前申报，时间缩短。");
    }

    @Test
    void takesTablesOfContentsOut() {
        DocumentText text = read("目 录\n1.甲模式.....\t1\n2.乙模式.....\t4\n3.丙模式\t7\n4.丁模式.....\t9\n\n1.甲模式\n");

        assertThat(text.paragraphs()).extracting(Paragraph::text).containsExactly("1.甲模式");
    }

    @Test
    void goesOnWithATableAfterAPageBreakAndItsRepeatedHeader() {
        DocumentText text = read("序号\t成果名称\t主要做法\n1\t甲\t做法一\n\n- 2 -\n\n序号\t成果名称\t主要做法\n2\t乙\t做法二\n");

        Table table = text.tables().getFirst();
        assertThat(text.tables()).hasSize(1);
        assertThat(table.rows()).extracting(row -> row.cell(1)).containsExactly("甲", "乙");
        assertThat(table.rows().getLast().lines()).isEqualTo(new LineRange(7, 7));
    }

    @Test
    void joinsARowBrokenOverLines() {
        DocumentText text = read("序号\t成果名称\t主要做法\t首创性\n1\t甲模\n式\t推行提前\n申报\t全国\n首创\n");

        assertThat(text.tables().getFirst().rows().getFirst().cells()).containsExactly("1", "甲模式", "推行提前申报", "全国首创");
    }

    @Test
    void fillsSpannedCellsOfHtmlTables() {
        DocumentText text = read("""
                <html><body><div class="nav">首页 &gt; 通知公告</div>
                <table><tr><th>领域</th><th>改革事项</th><th>推广范围</th></tr>
                <tr><td rowspan="2">贸易便利化</td><td>甲</td><td>全国</td></tr>
                <tr><td>乙</td><td>全国</td></tr></table>
                <div class="footer">版权所有</div></body></html>
                """);

        assertThat(text.tables().getFirst().rows())
                .extracting(row -> row.cell(0) + row.cell(1))
                .containsExactly("贸易便利化甲", "贸易便利化乙");
        assertThat(text.paragraphs()).isEmpty();
    }

    @Test
    void keepsTheLinesOfPreformattedText() {
        DocumentText text =
                read("<html><body><pre>一、主要任务\n1.提前申报\n实行提前申报。\n\n2.压缩<b>时间</b>\n压缩通关时间。</pre>\n<p>抄送：各\n片区</p>");

        assertThat(text.paragraphs())
                .extracting(Paragraph::text, paragraph -> paragraph.lines().first())
                .containsExactly(
                        tuple("一、主要任务", 1),
                        tuple("1.提前申报", 2),
                        tuple("实行提前申报。", 3),
                        tuple("2.压缩时间", 5),
                        tuple("压缩通关时间。", 6),
                        tuple("抄送：各片区", 7));
    }

    @Test
    void readsATableBetweenTabsInPreformattedText() {
        DocumentText text = read("<html><body><pre>\n序号\t成果名称\t主要做法\n1\t甲\t做法一\n2\t乙\t\n</pre></body></html>");

        assertThat(text.tables().getFirst().rows())
                .extracting(row -> row.cell(1))
                .containsExactly("甲", "乙");
        assertThat(text.tables().getFirst().lines()).isEqualTo(new LineRange(2, 4));
    }

    @Test
    void aStyleInsideTakesTheLineEndsAway() {
        DocumentText text = read(
                "<html><body><pre>一、甲\n<span style=\"white-space: normal\">各片区要结合\n实际推进</span></pre></body></html>");

        assertThat(text.paragraphs()).extracting(Paragraph::text).containsExactly("一、甲", "各片区要结合实际推进");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.甲<br>2.乙<br/>3.丙",
                "<pre>1.甲\n2.乙\n3.丙</pre>",
                "<p>1.甲</p><p>2.乙</p><p>3.丙</p>",
                "<div style='white-space:pre-line'>1.甲\n2.乙\n3.丙</div>"
            })
    void keepsTheLinesOfACell(String cell) {
        DocumentText text = read(
                "<html><body><table><tr><th>序号</th><th>改革事项</th><th>主要内容</th></tr><tr><td>1</td><td>提前\n申报</td><td>"
                        + cell + "</td></tr></table></body></html>");

        assertThat(text.tables().getFirst().rows().getFirst().cells()).containsExactly("1", "提前申报", "1.甲\n2.乙\n3.丙");
    }

    @Test
    void readsMarkdownTables() {
        DocumentText text = read("| 序号 | 改革事项 | 推广范围 |\n|---|---|---|\n| 1 | 甲 | 全国 |\n");

        assertThat(text.tables().getFirst().header()).containsExactly("序号", "改革事项", "推广范围");
        assertThat(text.tables().getFirst().rows().getFirst().cells()).containsExactly("1", "甲", "全国");
    }

    @Test
    void givesADocumentOnOneLineItsParagraphsBack() {
        String filler = "坚持改革，".repeat(90);
        DocumentText text =
                read("现提出以下意见：一、指导思想" + filler + "持续推进。二、主要任务（一）优化通关。1.提前申报。实行提前申报。2.压缩时间。压缩通关时间。三、要求抓好落实。");

        assertThat(text.paragraphs())
                .extracting(Paragraph::text)
                .contains("二、主要任务", "（一）优化通关。", "1.提前申报。实行提前申报。", "三、要求抓好落实。");
    }

    @Test
    void keepsWrappedLinesOfOneParagraphTogether() {
        String sentence = "各片区要结合实际推进通关便利化改革，压缩办理时间。";
        StringBuilder wrapped = new StringBuilder();
        String whole = sentence.repeat(12);
        for (int i = 0; i < whole.length(); i += 20) {
            wrapped.append(whole, i, Math.min(whole.length(), i + 20)).append('\n');
        }

        assertThat(read(wrapped.toString()).paragraphs())
                .extracting(Paragraph::text)
                .containsExactly(whole);
    }

    private static DocumentText read(String text) {
        return PageReader.read("sample.txt", text);
    }
}
