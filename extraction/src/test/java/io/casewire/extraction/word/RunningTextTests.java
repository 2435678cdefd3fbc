package io.casewire.extraction.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningTextTests {
    private final WordBlocks blocks = new WordBlocks(ExtractionLimits.DEFAULT);
    private final RunningText text = new RunningText(blocks);

    private String field(String instruction, String result) {
        text.beginField();
        text.instruct(instruction);
        text.separateField();
        text.append(result);
        text.endField();
        return text.take();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eq \\o\\ac(○,1)|①",
                " EQ \\o\\ac(○,12) |⑫",
                "eq \\o\\ac(○,35)|㉟",
                "eq \\o\\ac(○,50)|㊿",
                "eq \\o\\ac(○,三)|㊂",
                "eq \\o\\ac(○,密)|密",
                "eq \\o\\ac(□,1)|1",
                "eq \\o\\ac(○,2) \\* MERGEFORMAT|②",
                "EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(mò),鄚)|鄚",
                "EQ \\o\\ad(重,\\s\\up 9(chóng))|重",
                "eq \\f(1,3)|1/3",
                "eq \\r(2)|√(2)",
                "eq \\r(3,8)|√(8)",
                "EQ x\\s\\up5(2)|x2",
                "eq a\\,b(c,d)|a,b(c,d)",
                "eq \\o\\ac(|''",
                "eq \\|''",
                "SEQ 表 \\* ARABIC|''",
                "SYMBOL 254 \\f \"Wingdings\" \\s 12|☑",
                "SYMBOL 0xFE \\f Wingdings|☑",
                "SYMBOL 65|A",
                "MACROBUTTON NoMacro 请选择|请选择",
                "HYPERLINK \"https://example.org/\"|''",
                "''|''",
            })
    void aFieldWithoutAResultShowsWhatItsInstructionSays(String instruction, String shown) {
        assertThat(field(instruction, "")).isEqualTo(shown);
    }

    @Test
    void aFieldWithAResultShowsThatAlone() {
        assertThat(field("HYPERLINK \"https://example.org/\"", "附件")).isEqualTo("附件");
    }

    @Test
    void aFieldInAnInstructionBelongsToTheInstruction() {
        text.append("第");
        text.beginField();
        text.instruct("eq \\o\\ac(○,");
        text.beginField();
        text.instruct("PAGE");
        text.separateField();
        text.append("3");
        text.endField();
        text.instruct(")");
        text.endField();

        assertThat(text.take()).isEqualTo("第③");
    }

    @Test
    void aResultMayGoOverParagraphs() {
        text.beginField();
        text.instruct("TOC \\o");
        text.separateField();
        text.append("一、甲");
        assertThat(text.take()).isEqualTo("一、甲");
        text.append("二、乙");
        text.endField();
        text.append("丙");
        assertThat(text.take()).isEqualTo("二、乙丙");
    }

    @Test
    void anInstructionWithoutAnEndDoesNotSwallowWhatFollows() {
        text.beginField();
        text.instruct("PAGE");
        assertThat(text.take()).isEmpty();
        text.append("下一段");

        assertThat(text.take()).isEqualTo("下一段");
        assertThat(blocks.extraction(Format.DOCX).notices())
                .extracting(Notice::code)
                .containsExactly("FIELD_NOT_ENDED");
    }

    @Test
    void numbersThatNoFileHoldsAreReported() {
        assertThat(field("AUTONUM", "")).isEmpty();
        assertThat(blocks.extraction(Format.DOCX).notices())
                .extracting(Notice::code)
                .containsExactly("FIELD_NUMBERS_LEFT_OUT");
    }

    @Test
    void aPowerDoesNotRunIntoTheNumberBeforeIt() {
        text.append("10");
        text.appendRaised("4");
        assertThat(text.take()).isEqualTo("10^4");
        text.append("100m");
        text.appendRaised("2");
        assertThat(text.take()).isEqualTo("100m2");
    }

    @Test
    void unknownSymbolsAreLeftOutAndReported() {
        text.appendSymbol("Wingdings", 0xF0A8);
        text.appendSymbol("wingdings 2", 0x0052);
        text.appendSymbol("Symbol", 0xF0B3);
        text.appendSymbol("Webdings", 0xF061);

        assertThat(text.take()).isEqualTo("□☑≥");
        assertThat(blocks.extraction(Format.DOCX).notices())
                .extracting(Notice::code)
                .containsExactly("SYMBOL_UNKNOWN");
    }
}
