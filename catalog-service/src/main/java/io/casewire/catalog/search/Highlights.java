package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.text.SearchText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Why a case was found: the passages with the words, marked. */
final class Highlights {
    private static final int PASSAGE_LENGTH = 120;
    private static final int PASSAGES = 2;
    /** The hit stands in the middle of its passage. */
    private static final float HIT_AT = 0.5f;

    private static final int MAX_TEXT = 200_000;

    private final Marking marking;
    private final UnifiedHighlighter whole;
    private final UnifiedHighlighter passages;

    Highlights(Marking marking, Analyzer analyzer) {
        this.marking = marking;
        this.whole = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFormatter(new MarkedHtml())
                .withBreakIterator(WholeBreakIterator::new)
                .withMaxNoHighlightPassages(0)
                .build();
        this.passages = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFormatter(new MarkedHtml())
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.SIMPLIFIED_CHINESE), PASSAGE_LENGTH, HIT_AT))
                .withMaxLength(MAX_TEXT)
                .withMaxNoHighlightPassages(0)
                .build();
    }

    /**
     * Passages by field; fields without a hit are absent.
     *
     * @return HTML in which everything but {@code <mark>} is escaped
     */
    Map<String, String> of(AnalysedQuery query, StoredCase stored) {
        return of(query, SearchField.contentsOf(stored));
    }

    /** The same of any texts by field. */
    Map<String, String> of(AnalysedQuery query, Map<SearchField, String> contents) {
        SearchText all = SearchText.of(contents.values());
        Map<String, String> highlights = new LinkedHashMap<>();
        contents.forEach((field, content) -> {
            Query marked = marking.of(
                    query, field, part -> all.contains(SearchText.of(part).line()));
            UnifiedHighlighter highlighter = field == SearchField.TITLE ? whole : passages;
            if (!content.isEmpty() && mark(highlighter, field, marked, content) instanceof String html) {
                highlights.put(field.key(), html);
            }
        });
        return highlights;
    }

    private Object mark(UnifiedHighlighter highlighter, SearchField field, Query marked, String content) {
        try {
            return highlighter.highlightWithoutSearcher(field.key(), marked, content, PASSAGES);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }
}
