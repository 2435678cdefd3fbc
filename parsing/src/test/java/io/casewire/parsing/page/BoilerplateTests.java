package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-----|RULE",
                "* * *|RULE",
                "- 12 -|PAGE_NUMBER",
                "第3页 共10页|PAGE_NUMBER",
                "当前位置：首页 > 样例|NAVIGATION",
                "您所在的位置：首页 > 政策法规|NAVIGATION",
                "您当前所在位置：网站首页>>样例|NAVIGATION",
                "首页 > 政务公开 > 样例|NAVIGATION",
                "位置：政务公开 » 样例|NAVIGATION",
                "打印本页|NAVIGATION",
                "样ICP备10000001号|NAVIGATION",
                "来源：样例日报|NAVIGATION",
                "来源：样例片区 发布日期：2025-12-20|METADATA",
                "（编辑：样例）|NAVIGATION",
                "【字体：大 中 小】打印 关闭|NAVIGATION",
                "机密★一年|METADATA",
                "秘 密|METADATA",
                "特 急|METADATA",
                "索引号：样例-0001|METADATA",
                "发文字号：样政发〔2024〕1号|METADATA",
                "来源：甲市统计局公开的数据。|METADATA",
            })
    void aLineOfThePageOrTheSiteIsToldByItself(String text, Reason reason) {
        assertThat(Boilerplate.of(Printed.line(text))).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--",
                "甲市推行样例改革",
                "首页改版",
                "特急件管理办法",
                "机密文件的流转",
                "位置：甲市港区",
                "港口的位置优势明显：甲>乙。",
                "编辑部设在甲市",
                "字体由企业自选",
                "打印窗口设在大厅",
                "12",
                "索引号由甲市编制",
                "1.来源"
            })
    void aLineOfTheTextStays(String text) {
        assertThat(Boilerplate.of(Printed.line(text))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"企业少跑一趟。【打印】, 企业少跑一趟。", "企业少跑一趟。扫一扫在手机打开当前页, 企业少跑一趟。", "【打印】, 【打印】", "企业少跑一趟。, 企业少跑一趟。"})
    void whatAPageHangsBehindASentenceIsTakenOff(String printed, String kept) {
        assertThat(Boilerplate.withoutTrailers(Paragraph.of(printed, 1)).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "正文。/相关链接/样例一/样例二|1",
                "正文。/往期推荐：/样例一|1",
                "正文。/相关链接/样例一/正文的末句。|4",
                "正文。/样例一/样例二|3",
            })
    void belowTheTitleOfALinkListOnlyLinksStand(String printed, int first) {
        assertThat(Boilerplate.linksBelow(Printed.lines(printed.split("/", -1))))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, true", "3, 4, true", "2, 4, false", "3, 2, false"})
    void aTextIsTranslatedWhereEnoughForeignLinesStandBesideIt(int foreign, int chinese, boolean translated) {
        String[] printed = new String[foreign + chinese];
        Arrays.fill(printed, "甲市推行样例改革");
        Arrays.fill(printed, 0, foreign, "A sample reform of the port");

        assertThat(Boilerplate.isTranslated(Printed.lines(printed))).isEqualTo(translated);
    }

    @ParameterizedTest
    @CsvSource({
        "A sample reform of the port, true",
        "A port, false",
        "SampleReformOfThePort, false",
        "A 样例 reform of the port, false",
        "https://sample.example/a reform, false",
        "2024 2025 2026 2027, false"
    })
    void aForeignLineHasWordsAndNothingInChinese(String text, boolean foreign) {
        assertThat(Boilerplate.isForeign(Printed.line(text))).isEqualTo(foreign);
    }
}
