package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlLinesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>样例</p>",
                "\ufeff<HTML><p>样例</p>",
                "  <body>样例",
                "<div>样例</div>\n<p>甲市</p>",
                "<p>样例\n甲市</p>\n<p>乙市</p>"
            })
    void aPageOrAFragmentOfOneIsHtml(String text) {
        assertThat(HtmlLines.looksLike(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "样例<p>甲市</p>", "<p>样例\n甲市\n乙市</p>", "<样例>甲市", "1 < 2"})
    void textWithSomeTagsInItIsNot(String text) {
        assertThat(HtmlLines.looksLike(text)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a block is a paragraph;<p>甲市</p><div>乙市</div>;甲市/乙市",
                "a break ends a line;<p>甲市<br>乙市</p>;甲市/乙市",
                "a line end of the file is a blank;<p>sample~reform</p>;sample reform",
                "a blank beside Chinese characters is none;<p>甲~市</p>;甲市",
                "marks of emphasis part nothing;<p>甲<b>市</b>样<span>例</span></p>;甲市样例",
                "items of a list are paragraphs;<ul><li>甲市</li><li>乙市</li></ul>;甲市/乙市",
                "scripts and buttons are not read;<script>var 甲</script><p>乙市</p><button>丙</button>;乙市",
                "a raised number behind a digit is a power;<p>新增用地10<sup>4</sup>亩</p>;新增用地10^4亩",
                "one behind letters is theirs;<p>面积300m<sup>2</sup></p>;面积300m2",
                "one behind a word is the mark of a note;<p>产值<sup>1</sup>增长</p>;产值增长",
                "what is struck out is not said;<p>甲市<del>乙市</del><s>丙市</s>丁市</p>;甲市丁市",
                "a table of one column places text;<table><tr><td>甲市</td></tr><tr><td>乙市</td></tr></table>;甲市/乙市",
                "line ends of pre stay;<pre>甲市~乙市</pre>;甲市/乙市",
                "line ends of a style stay;<div style='white-space: pre-wrap'>甲市~乙市</div>;甲市/乙市",
                "line ends inside it that a style takes back;<pre><p style='white-space:normal'>甲~市</p></pre>;甲市",
            })
    void laysAPageOut(String name, String html, String lines) {
        assertThat(texts(html.replace('~', '\n'), new ArrayList<>())).isEqualTo(List.of(lines.split("/", -1)));
    }

    /** A sentence goes on behind a line end, not behind the end of a paragraph. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a break parts paragraphs;<p>甲市<br>乙市</p>;~甲市~~乙市",
                "a break inside pre parts lines;<pre>甲市<br>乙市</pre>;~甲市~乙市~",
                "so does a line end inside pre;<pre>甲市~乙市</pre>;~甲市~乙市~",
                "blocks are paragraphs;<div>甲市</div><div>乙市</div>;~甲市~~乙市",
            })
    void whatPartsParagraphsLeavesABlankLine(String name, String html, String lines) {
        assertThat(HtmlLines.read(html.replace('~', '\n'), new ArrayList<>()))
                .extracting(Line::raw)
                .containsExactly(lines.split("~", -1));
    }

    @Test
    void aHeadingKeepsItsLevelAndNothingBehindItHasOne() {
        List<Line> lines = HtmlLines.read("<div><h2>样例</h2>甲市</div>", new ArrayList<>());

        assertThat(lines.stream().filter(line -> !line.isBlank()))
                .extracting(Line::headingLevel)
                .containsExactly(2, 0);
    }

    @Test
    void everyLineKnowsTheLineOfTheFile() {
        List<Line> lines = HtmlLines.read(
                "<html>\n<body>\n<p>甲市</p>\n\n<p>\n乙市</p>\n<pre>丙市\n丁市</pre></body></html>", new ArrayList<>());

        assertThat(lines.stream().filter(line -> !line.isBlank()))
                .extracting(line -> line.number() + " " + line.text())
                .containsExactly("3 甲市", "6 乙市", "7 丙市", "8 丁市");
    }

    @Test
    void aTableOfDataIsOne() {
        List<Line> lines = HtmlLines.read(
                "<p>样例</p>\n<table><tr><td>序号</td><td>成果名称</td></tr><tr><td>1</td><td>样例一</td></tr></table>",
                new ArrayList<>());

        assertThat(Objects.requireNonNull(lines.getLast().table()).rows())
                .extracting(row -> row.cell(1))
                .containsExactly("样例一");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "an element for navigation;<nav>甲 乙</nav>;甲 乙",
                "one that is called so;<div class='share-bar'>甲 乙</div>;甲 乙",
                "one with such an id;<div id=Footer>甲 乙</div>;甲 乙",
                "a bar of links;<p><a>首页</a> <a>新闻</a> <a>公开</a></p>;首页 新闻 公开",
                "a bar of links that keeps its line;<pre><a>首页</a> <a>新闻</a> <a>公开</a></pre>;首页 新闻 公开",
                "names between strokes;<p>首页|新闻|公开</p>;首页|新闻|公开",
                "the title of a list of links;<p><a>相关链接</a></p>;相关链接",
            })
    void navigationIsLeftOutAndTold(String name, String html, String omitted) {
        List<Omission> omissions = new ArrayList<>();

        assertThat(texts(html + "<p>样例正文。</p>", omissions)).containsExactly("样例正文。");
        assertThat(omissions).containsExactly(new Omission(1, Reason.NAVIGATION, omitted));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "two links;<p><a>首页</a> <a>新闻</a></p>;首页新闻",
                "three links in a sentence;<p>按<a>甲</a>、<a>乙</a>、<a>丙</a>的有关规定执行样例改革。</p>;按甲、乙、丙的有关规定执行样例改革。",
                "a link elsewhere;<p><a>样例一</a></p>;样例一",
                "figures between strokes;<p>12|34|56</p>;12|34|56",
                "a row of a table;<p>|甲|乙|</p>;|甲|乙|",
            })
    void whatMayBeTextStays(String name, String html, String kept) {
        List<Omission> omissions = new ArrayList<>();

        assertThat(texts(html, omissions)).containsExactly(kept);
        assertThat(omissions).isEmpty();
    }

    @Test
    void linksBelowTheTitleOfRelatedPagesAreNavigationUntilTextComesAgain() {
        assertThat(texts("<p>相关链接</p><p><a>样例一</a></p><p>样例正文。</p><p><a>样例二</a></p>", new ArrayList<>()))
                .containsExactly("相关链接", "样例正文。", "样例二");
    }

    @ParameterizedTest
    @CsvSource({"600, 0", "601, 1"})
    void anElementCalledNavigationThatHoldsATextIsRead(int length, int lines) {
        assertThat(texts("<div class=position>" + "样".repeat(length) + "</div>", new ArrayList<>()))
                .hasSize(lines);
    }

    private static List<String> texts(String html, List<Omission> omissions) {
        return HtmlLines.read(html, omissions).stream()
                .filter(line -> !line.isBlank())
                .map(Line::text)
                .toList();
    }
}
