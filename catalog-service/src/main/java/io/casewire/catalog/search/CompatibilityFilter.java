package io.casewire.catalog.search;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Folds full and half width and other compatibility forms (NFKC) in words; their offsets stay those of the text. */
final class CompatibilityFilter extends TokenFilter {
    private static final char LAST_ASCII = 0x7f;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    CompatibilityFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!isAscii() && !Normalizer.isNormalized(term, Normalizer.Form.NFKC)) {
            String folded = Normalizer.normalize(term, Normalizer.Form.NFKC);
            term.setEmpty().append(folded);
        }
        return true;
    }

    private boolean isAscii() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }
}
