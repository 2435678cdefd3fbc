package io.casewire.catalog.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Chinese as overlapping pairs of characters, so that any two neighbours find, and as single characters too, so that one
 * finds; everything else as words without case or width.
 */
final class CaseAnalyzer extends Analyzer {
    private static final int SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    CaseAnalyzer() {
        super();
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, pairs(new LowerCaseFilter(new CompatibilityFilter(words))));
    }

    private static TokenStream pairs(TokenStream characters) {
        return new CJKBigramFilter(characters, SCRIPTS, true);
    }
}
