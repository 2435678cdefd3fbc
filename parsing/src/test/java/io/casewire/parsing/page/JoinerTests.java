package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinerTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "prose that stops in its sentence;甲市推行容缺受理，企业先提交主要/材料即可办理。;甲市推行容缺受理，企业先提交主要材料即可办理。",
                "a mark that no line begins with;甲市推行样例改革/，企业少跑一趟。;甲市推行样例改革，企业少跑一趟。",
                "a closing bracket;甲市推行样例改革（试点/）。;甲市推行样例改革（试点）。",
                "a word of Latin script;甲市建设统一的数据平台，对接Sample/System，企业少跑一趟。;" + "甲市建设统一的数据平台，对接Sample System，企业少跑一趟。",
                "digits beside a word;甲市建设统一的数据平台，服务企业12/Mbps以上。;甲市建设统一的数据平台，服务企业12 Mbps以上。",
                "characters printed twice;甲市推行容缺受理，企业先提交主要/主要材料即可办理。;甲市推行容缺受理，企业先提交主要材料即可办理。",
            })
    void goesOnWithASentence(String name, String printed, String whole) {
        assertThat(join(printed)).containsExactly(whole);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a closed sentence;甲市推行容缺受理，企业先提交材料。/窗口当场办理。",
                "a short line;甲市，样例/窗口当场办理。",
                "a line without a clause;甲市推行容缺受理改革试点工作方案/窗口当场办理。",
                "a numbered part;甲市推行容缺受理，企业先提交主要/一、总体要求",
                "an annex;甲市推行容缺受理，企业先提交主要/附件：样例表",
                "a case with its number;甲市推行容缺受理，企业先提交主要/案例一：样例",
                "a label in brackets;甲市推行容缺受理，企业先提交主要/【主要做法】",
                "a heading of markup;甲市推行容缺受理，企业先提交主要/## 样例",
                "a caption;甲市推行容缺受理，企业先提交主要/表1 样例",
                "the day of signature;甲市推行容缺受理，企业先提交主要/2024年3月1日",
                "text below a heading;一、优化流程，共享数据/窗口当场办理。",
                "a note who is responsible;甲市推行容缺受理，企业先提交材料。（责任单位：甲局）/窗口当场办理。",
            })
    void beginsAnew(String name, String printed) {
        assertThat(join(printed)).hasSize(2);
    }

    @Test
    void aBlankAtTheSeamWasOneBetweenWords() {
        assertThat(join("甲市建设统一的数据平台，对接港口 /Sample平台。")).containsExactly("甲市建设统一的数据平台，对接港口 Sample平台。");
        assertThat(join("甲市建设统一的数据平台，对接港口/Sample平台。")).containsExactly("甲市建设统一的数据平台，对接港口Sample平台。");
    }

    @Test
    void anItemThatAPageCutInItsFirstSentenceGoesOnWhereTheSeamSaysSo() {
        List<Line> lines = Printed.lines("1.推行容缺受理，窗口容缺受", "理并办结。", "甲市容缺受理，容缺受理并行。");

        assertThat(join(lines, 1)).first().isEqualTo("1.推行容缺受理，窗口容缺受理并办结。");
        assertThat(join(lines, -1)).as("no page ends there").first().isEqualTo("1.推行容缺受理，窗口容缺受");
    }

    @Test
    void aParagraphBrokenOffEarlierTakesBackItsRest() {
        assertThat(join("甲市推行容缺受理，材料由窗口代为补/一、乙市做法/乙市开展数据共享。/正，容缺受理代为补正。/另有代为补正的样例。"))
                .containsExactly("甲市推行容缺受理，材料由窗口代为补正，容缺受理代为补正。", "一、乙市做法", "乙市开展数据共享。", "另有代为补正的样例。");
    }

    @Test
    void theLineAboveATableIsItsCaption() {
        Joiner joiner = new Joiner(List.of());
        Printed.lines("甲市推行样例改革。", "表1 样例").forEach(joiner::add);

        assertThat(joiner.takeCaption()).isEqualTo("表1 样例");
        assertThat(texts(joiner)).containsExactly("甲市推行样例改革。");
    }

    @Test
    void aCaptionMayTakeTwoLines() {
        Joiner joiner = new Joiner(List.of());
        Printed.lines("表1 样例", "改革一览").forEach(joiner::add);

        assertThat(joiner.takeCaption()).isEqualTo("表1 样例改革一览");
        assertThat(texts(joiner)).isEmpty();
    }

    @Test
    void nothingGoesOnWithALineThatBecameACaption() {
        List<Line> lines = Printed.lines(
                "甲市推行容缺受理，材料由窗口代为补", "表1 样例", "改革一览，甲乙丙丁戊己庚辛壬癸子丑", "正，容缺受理代为补正。另有代为补正。另有。", "乙市代为补正。", "另有样例。");
        Joiner joiner = new Joiner(lines);
        lines.subList(0, 4).forEach(joiner::add);

        assertThat(joiner.takeCaption()).isEqualTo("表1 样例改革一览，甲乙丙丁戊己庚辛壬癸子丑");
        joiner.add(Printed.table(7, List.of("序号", "成果名称"), "1|样例一"));
        lines.subList(4, 6).forEach(joiner::add);
        assertThat(joiner.blocks(new ArrayList<>()))
                .filteredOn(Paragraph.class::isInstance)
                .extracting(block -> ((Paragraph) block).text())
                .containsExactly("甲市推行容缺受理，材料由窗口代为补正，容缺受理代为补正。另有代为补正。另有。", "乙市代为补正。", "另有样例。");
    }

    @Test
    void aSentenceAboveATableIsNoCaption() {
        Joiner joiner = new Joiner(List.of());
        Printed.lines("甲市推行样例改革。").forEach(joiner::add);

        assertThat(joiner.takeCaption()).isNull();
        assertThat(texts(joiner)).hasSize(1);
    }

    private static List<String> join(String printed) {
        return join(Printed.lines(printed.split("/", -1)), -1);
    }

    /** The paragraphs of the lines, where a page ends above the one of that index. */
    private static List<String> join(List<Line> lines, int pageAbove) {
        Joiner joiner = new Joiner(lines);
        for (int i = 0; i < lines.size(); i++) {
            joiner.skip(i == pageAbove);
            joiner.add(lines.get(i));
        }
        return texts(joiner);
    }

    private static List<String> texts(Joiner joiner) {
        List<Block> blocks = joiner.blocks(new ArrayList<>());
        return blocks.stream().map(block -> ((Paragraph) block).text()).toList();
    }
}
