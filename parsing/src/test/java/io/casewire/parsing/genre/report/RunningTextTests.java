package io.casewire.parsing.genre.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTextTests {
    private static final DocumentIdentity IDENTITY = new DocumentIdentity("样例报告", null, null, null, "样例报告");
    private static final String SENTENCE = "样例片区推进通关便利化，时间持续压缩。";

    @Test
    void keepsParagraphsBelowTheirHeadingsWithTheirLines() {
        List<ChapterRecord> chapters = chapters("前言一句，写在标题之前。", "一、总体情况", SENTENCE, "又一句，同在其下。", "（一）贸易", "三句，更深一层。");

        assertThat(chapters).hasSize(3);
        assertThat(chapters.getFirst().title()).isNull();
        assertThat(chapters.getFirst().path()).isEmpty();
        assertThat(chapters.get(1).title()).isEqualTo("总体情况");
        assertThat(chapters.get(1).text()).isEqualTo(SENTENCE + "\n又一句，同在其下。");
        assertThat(chapters.get(1).lines()).isEqualTo(new LineRange(3, 4));
        assertThat(chapters.get(2).title()).isEqualTo("贸易");
        assertThat(chapters.get(2).path()).containsExactly("总体情况");
    }

    @Test
    void dividesLongTextAtTheEndsOfParagraphs() {
        String paragraph = SENTENCE.repeat(40);
        List<ChapterRecord> chapters = chapters("一、总体情况", paragraph, paragraph, paragraph, paragraph);

        assertThat(chapters).hasSize(2).allMatch(chapter -> chapter.text().length() <= ChapterRecord.MAX_LENGTH);
        assertThat(chapters).extracting(ChapterRecord::part).containsExactly(1, 2);
        assertThat(chapters).extracting(ChapterRecord::text).containsOnly(paragraph + "\n" + paragraph);
        assertThat(chapters.get(1).lines()).isEqualTo(new LineRange(4, 5));
    }

    @Test
    void dividesAParagraphThatIsTooLongAtItsSentences() {
        String paragraph = SENTENCE.repeat(250);
        List<ChapterRecord> chapters = chapters("一、总体情况", paragraph);

        assertThat(chapters).allMatch(chapter -> chapter.text().length() <= ChapterRecord.MAX_LENGTH);
        assertThat(chapters).allMatch(chapter -> chapter.text().endsWith("。"));
        assertThat(String.join("", chapters.stream().map(ChapterRecord::text).toList()))
                .isEqualTo(paragraph);
    }

    @Test
    void losesNothingOfTextWithoutAnyMark() {
        String paragraph = "字".repeat(3000) + "𠀀".repeat(1500);
        List<ChapterRecord> chapters = chapters("一、总体情况", paragraph);

        assertThat(chapters).allMatch(chapter -> chapter.text().length() <= ChapterRecord.MAX_LENGTH);
        assertThat(chapters)
                .noneMatch(chapter -> Character.isLowSurrogate(chapter.text().charAt(0)));
        assertThat(String.join("", chapters.stream().map(ChapterRecord::text).toList()))
                .isEqualTo(paragraph);
    }

    @Test
    void keepsTheIdWhenWordsChangeAndGivesEachPassageOneOfItsOwn() {
        List<ChapterRecord> before = chapters("一、总体情况", SENTENCE, "二、展望", SENTENCE);
        List<ChapterRecord> after = chapters("一、总体情况", SENTENCE + "新写一句，附在其后。", "二、展望", SENTENCE);

        assertThat(after)
                .extracting(ChapterRecord::id)
                .containsExactlyElementsOf(
                        before.stream().map(ChapterRecord::id).toList());
        assertThat(chapters("一、总体情况", SENTENCE, "一、总体情况", SENTENCE))
                .extracting(ChapterRecord::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void leavesOutNamesOnLinesOfTheirOwnAndWhatOtherRecordsHold() {
        List<Block> blocks = blocks("一、编写组", "某某某", "二、大事记", "3月1日，样例论坛举行。", SENTENCE);

        assertThat(RunningText.of(text(blocks), IDENTITY, List.of(new LineRange(4, 4))))
                .extracting(ChapterRecord::text)
                .containsExactly(SENTENCE);
    }

    private static List<ChapterRecord> chapters(String... lines) {
        return RunningText.of(text(blocks(lines)), IDENTITY, List.of());
    }

    private static List<Block> blocks(String... lines) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines) {
            blocks.add(Paragraph.of(line, blocks.size() + 1));
        }
        return blocks;
    }

    private static DocumentText text(List<Block> blocks) {
        return new DocumentText("sample.txt", blocks, List.of(), blocks.size());
    }
}
