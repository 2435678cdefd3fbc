package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnfoldingTests {
    private static final String SENTENCE = "甲市推行样例改革，企业少跑一趟，群众办事更加便利。";
    private static final String PROSE = SENTENCE.repeat(6);

    @Test
    void anOutlineThatRanTogetherIsDividedAtItsNumbers() {
        assertThat(unfold("一、总体要求" + PROSE + "二、主要任务（一）优化流程" + PROSE + "（二）共享数据" + PROSE + "三、保障措施" + PROSE))
                .containsExactly("一、总体要求" + PROSE, "二、主要任务", "（一）优化流程" + PROSE, "（二）共享数据" + PROSE, "三、保障措施" + PROSE);
    }

    @Test
    void shorterParagraphsBesideItAreDividedToo() {
        String folded = "一、总体要求" + PROSE + "二、主要任务" + PROSE + "三、保障措施" + PROSE;

        assertThat(unfold(folded, "四、附则。（一）甲。（二）乙。")).hasSize(3 + 3);
        assertThat(unfold("四、附则。（一）甲。（二）乙。")).as("alone").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {"：;3", "）;3", "”;3", "\" \";3", "。;3", "，;1", "的;1"})
    void aNumberBeginsBehindTheEndOfSomething(String before, int parts) {
        String text = PROSE + "如下" + before;

        assertThat(unfold("一、总体要求" + text + "二、主要任务" + text + "三、保障措施" + PROSE)).hasSize(parts);
    }

    @Test
    void aNumberThatIsNotTheNextOneDividesNothing() {
        assertThat(unfold("一、总体要求" + PROSE + "五、主要任务" + PROSE + "七、保障措施" + PROSE))
                .hasSize(1);
    }

    @Test
    void aShortLineThatIsTheWholeDocumentIsDividedAsALongOne() {
        String folded =
                "一、优化流程。" + SENTENCE.repeat(2) + "二、共享数据。" + SENTENCE.repeat(2) + "三、公开结果。" + SENTENCE.repeat(2);

        assertThat(folded).hasSizeBetween(150, 399);
        assertThat(unfold("样例方案", folded)).hasSize(4);
        assertThat(unfold("样例方案", SENTENCE, SENTENCE, folded)).hasSize(4);
        assertThat(unfold("一、优化流程。二、共享数据。三、公开结果。")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"样例行动方案, 3", "样例工作, 1"})
    void theFirstNumberMayStandRightBehindATitle(String title, int parts) {
        assertThat(unfold(PROSE + title + "一、总体要求" + PROSE + "二、主要任务" + PROSE)).hasSize(parts);
    }

    @Test
    void aNumberInsideASentenceDividesNothing() {
        assertThat(unfold(PROSE + "样例改革，一、二、三类企业，" + PROSE + "（一）甲类，（二）乙类，" + PROSE))
                .hasSize(1);
    }

    @Test
    void tooFewNumbersAreNoOutline() {
        assertThat(unfold(PROSE + PROSE + PROSE + "（一）优化流程。" + PROSE + "（二）共享数据。" + PROSE))
                .hasSize(1);
        assertThat(unfold(PROSE + PROSE + PROSE + "（一）优化流程。" + PROSE + "（二）共享数据。" + PROSE + "（三）其他。"))
                .hasSize(4);
    }

    private static List<String> unfold(String... paragraphs) {
        List<Block> blocks =
                Stream.of(paragraphs).<Block>map(text -> Paragraph.of(text, 1)).toList();
        return Unfolding.unfold(blocks).stream()
                .map(block -> ((Paragraph) block).text())
                .toList();
    }
}
