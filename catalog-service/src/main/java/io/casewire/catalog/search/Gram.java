package io.casewire.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * A term of the index as a query needs it.
 *
 * @param position in the text, as the index counts
 * @param word true for a word of letters or digits, false for a pair of Chinese characters or a lone one
 */
record Gram(String term, int position, boolean word) {

    /**
     * The fewest terms that say what the text says: pairs of Chinese characters, a single character only where it has no
     * neighbour, and words. Empty for a text of punctuation.
     */
    static List<Gram> of(Analyzer analyzer, String text) {
        List<Token> tokens = tokens(analyzer, text);
        BitSet inPairs = new BitSet(text.length());
        for (Token token : tokens) {
            if (token.pair()) {
                inPairs.set(token.start(), token.end());
            }
        }
        return tokens.stream()
                .filter(token -> token.pair() || !inPairs.get(token.start()))
                .map(token -> new Gram(token.term(), token.position(), token.word()))
                .toList();
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(new Token(term.toString(), position, type.type(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
        return tokens;
    }

    private record Token(String term, int position, String type, int start, int end) {
        boolean pair() {
            return type.equals(CJKBigramFilter.DOUBLE_TYPE);
        }

        boolean word() {
            return !pair() && !type.equals(CJKBigramFilter.SINGLE_TYPE);
        }
    }
}
