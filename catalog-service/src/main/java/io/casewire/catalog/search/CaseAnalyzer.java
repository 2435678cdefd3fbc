package io.casewire.catalog.search;

import org.apache.lucene.analysis.Analyzer;

/** Makes the terms of the index of the text of cases; the terms of queries are made of the same by {@link Gram}. */
final class CaseAnalyzer extends Analyzer {
    CaseAnalyzer() {
        super();
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new CaseTokenizer());
    }
}
