package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class CaseTokenizerTests {
    private final Analyzer analyzer = new CaseAnalyzer();

    @Test
    void givesCharactersPairsAndJoinedWordsInOrder() throws IOException {
        assertThat(tokens("用Wi-Fi 6，查㎏"))
                .containsExactly(
                        "0 用 0-1",
                        "1 wi 1-3",
                        "1 wifi 1-6",
                        "1 wifi6 1-8",
                        "3 fi 4-6",
                        "3 fi6 4-8",
                        "5 6 7-8",
                        "7 查 9-10",
                        "8 kg 10-11");
    }

    @Test
    void pairsCharactersOverQuotationMarksButNotOverASentence() throws IOException {
        assertThat(tokens("“通关”便。海"))
                .containsExactly("0 通 1-2", "0 通关 1-3", "1 关 2-3", "1 关便 2-5", "2 便 4-5", "4 海 6-7");
    }

    @Test
    void canBeUsedAgain() throws IOException {
        assertThat(tokens("通关")).isEqualTo(tokens("通关")).hasSize(3);
        assertThat(tokens("")).isEmpty();
    }

    @Test
    void joinsNoMoreThanFourWords() throws IOException {
        assertThat(tokens("a b c d e")).contains("0 abcd 0-7").noneMatch(token -> token.contains("abcde"));
    }

    /** position, term, offsets. */
    private List<String> tokens(String text) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("title", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(position + " " + term + " " + offset.startOffset() + "-" + offset.endOffset());
            }
            stream.end();
            assertThat(offset.endOffset()).isEqualTo(text.length());
        }
        return tokens;
    }
}
