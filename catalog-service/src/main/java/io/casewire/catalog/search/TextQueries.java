package io.casewire.catalog.search;

import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Makes Lucene queries of what people type. Every part has to be found, as it stands or, if it is long, by most of its
 * pairs of characters. What has a part as it stands comes first, by the weightiest field that has it, then the rest;
 * within each of these by BM25 over all of the case's text.
 */
final class TextQueries {
    /** The field with all the text of a case. */
    static final String ANYWHERE = "text";

    /** A phrase's score per weight of its field; above what scattered words make, so that fields rank strictly. */
    private static final float PHRASE = 2_000;

    /** What a title that is the query itself counts: more than a phrase in any field. */
    private static final float SAME_TITLE = 50_000;

    private static final float TITLE_WEIGHT = 3;
    private static final float OTHER_FIELDS = 0.1f;
    private static final float MISSPELT = 0.3f;
    private static final float APART = 0.5f;

    /** The share of a long part's pairs that has to be found. */
    private static final double MOST = 0.6;

    private static final int MIN_MISSPELT = 4;
    private static final int MIN_APART = 3;
    private static final int LONG_WORD = 8;

    /** What a query of 100 characters may come to: eight variants of each part, two fields for each pair. */
    private static final int MAX_CLAUSES = 8_192;

    static {
        IndexSearcher.setMaxClauseCount(Math.max(MAX_CLAUSES, IndexSearcher.getMaxClauseCount()));
    }

    private final Synonyms synonyms;

    TextQueries(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    /** The query that text asks for; finds nothing for a text of punctuation only. */
    Query of(QueryText text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean asks = false;
        for (int i = 0; i < text.wanted().size(); i++) {
            List<Query> variants = variants(text.wanted().get(i));
            if (!variants.isEmpty()) {
                joinedWithNeighbours(text.wanted(), i).forEach(gram -> variants.add(ranked(List.of(gram), true)));
                query.add(new DisjunctionMaxQuery(variants, 0), Occur.MUST);
                asks = true;
            }
        }
        Query wanted = asks ? wantedOrTitle(text, query.build()) : null;
        query = new BooleanQuery.Builder();
        if (wanted != null) {
            query.add(wanted, Occur.MUST);
        }
        boolean onlyExcludes = !asks && text.wanted().isEmpty();
        for (String excluded : text.excluded()) {
            List<Gram> grams = Gram.of(excluded);
            if (!grams.isEmpty()) {
                query.add(phrase(ANYWHERE, grams), Occur.MUST_NOT);
                asks |= onlyExcludes;
            }
        }
        if (!asks) {
            return new MatchNoDocsQuery("nothing to search for");
        }
        if (onlyExcludes) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return query.build();
    }

    /** The parts, or the title that is the same text as all of them together, which comes before everything else. */
    private static Query wantedOrTitle(QueryText text, Query parts) {
        String title = ComparableKey.of(
                text.wanted().stream().map(QueryText.Part::text).collect(Collectors.joining(" ")));
        if (title.isEmpty()) {
            return parts;
        }
        Query same = new ConstantScoreQuery(new TermQuery(new Term(IndexedCase.TITLE_KEY, title)));
        return new BooleanQuery.Builder()
                .add(parts, Occur.SHOULD)
                .add(new BoostQuery(same, SAME_TITLE), Occur.SHOULD)
                .build();
    }

    /** A blank may be typed inside a word that is printed without: {@code Wi Fi}. */
    private static List<Gram> joinedWithNeighbours(List<QueryText.Part> parts, int at) {
        List<Gram> joined = new ArrayList<>();
        for (int first = Math.max(0, at - 1); first <= at && first + 1 < parts.size(); first++) {
            QueryText.Part one = parts.get(first);
            QueryText.Part next = parts.get(first + 1);
            if (isWord(one) && isWord(next)) {
                List<Gram> grams = Gram.of(one.text() + ' ' + next.text());
                if (grams.size() == 1) {
                    joined.add(grams.getFirst());
                }
            }
        }
        return joined;
    }

    private static boolean isWord(QueryText.Part part) {
        List<Gram> grams = Gram.of(part.text());
        return !part.exact() && grams.size() == 1 && grams.getFirst().word();
    }

    /**
     * What of a field's text to mark for that query: a part as it stands, under any of its names; its pairs only where the
     * case has it nowhere as it stands.
     *
     * @param stands whether the case has a folded text anywhere
     */
    Query marking(QueryText text, SearchField field, Predicate<String> stands) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int i = 0; i < text.wanted().size(); i++) {
            QueryText.Part part = text.wanted().get(i);
            joinedWithNeighbours(text.wanted(), i).forEach(gram -> query.add(termIn(field.key(), gram), Occur.SHOULD));
            List<String> variants = synonyms.variants(part.text());
            List<String> standing = variants.stream().filter(stands).toList();
            if (!standing.isEmpty() || part.exact()) {
                for (String variant : standing.isEmpty() ? variants : standing) {
                    List<Gram> grams = Gram.of(variant);
                    if (!grams.isEmpty()) {
                        query.add(phrase(field.key(), grams), Occur.SHOULD);
                    }
                }
            } else {
                addPairs(part, field, query);
            }
        }
        return query.build();
    }

    private void addPairs(QueryText.Part part, SearchField field, BooleanQuery.Builder query) {
        for (Gram gram : Gram.of(part.text())) {
            query.add(termIn(field.key(), gram), Occur.SHOULD);
            if (mayBeMisspelt(gram)) {
                query.add(misspelt(field.key(), gram), Occur.SHOULD);
            }
        }
    }

    private List<Query> variants(QueryText.Part part) {
        List<Query> variants = new ArrayList<>();
        for (String variant : synonyms.variants(part.text())) {
            List<Gram> grams = Gram.of(variant);
            if (!grams.isEmpty()) {
                variants.add(ranked(grams, part.exact()));
            }
        }
        return variants;
    }

    private static Query ranked(List<Gram> grams, boolean exact) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (exact) {
            query.add(phrase(ANYWHERE, grams), Occur.MUST);
        } else {
            query.add(loose(grams), Occur.MUST);
        }
        List<Query> fields = new ArrayList<>();
        for (SearchField field : SearchField.inOrder()) {
            Query inField = new ConstantScoreQuery(phrase(field.key(), grams));
            fields.add(new BoostQuery(inField, PHRASE * field.weight()));
        }
        query.add(new DisjunctionMaxQuery(fields, 0), Occur.SHOULD);
        return query.build();
    }

    private static Query loose(List<Gram> grams) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        int pairCount = 0;
        for (Gram gram : grams) {
            if (gram.word()) {
                query.add(word(gram), Occur.MUST);
            } else {
                pairs.add(either(termIn(SearchField.TITLE.key(), gram), termIn(ANYWHERE, gram)), Occur.SHOULD);
                pairCount++;
            }
        }
        if (pairCount > 0) {
            pairs.setMinimumNumberShouldMatch(pairCount <= 2 ? pairCount : (int) Math.ceil(MOST * pairCount));
            query.add(pairs.build(), Occur.MUST);
        }
        return query.build();
    }

    private static Query word(Gram gram) {
        Query exact = either(termIn(SearchField.TITLE.key(), gram), termIn(ANYWHERE, gram));
        if (mayBeMisspelt(gram)) {
            return new DisjunctionMaxQuery(List.of(exact, new BoostQuery(misspelt(ANYWHERE, gram), MISSPELT)), 0);
        }
        return gram.words().size() > 1 && gram.words().stream().allMatch(word -> word.length() >= MIN_APART)
                ? new DisjunctionMaxQuery(List.of(exact, new BoostQuery(apart(gram), APART)), 0)
                : exact;
    }

    /** Words that were typed together and may stand apart: {@code trade/investment}. */
    private static Query apart(Gram joined) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String word : joined.words()) {
            words.add(word(new Gram(word, joined.position(), List.of(word))), Occur.MUST);
        }
        return words.build();
    }

    private static Query either(Query inTitle, Query anywhere) {
        return new DisjunctionMaxQuery(List.of(new BoostQuery(inTitle, TITLE_WEIGHT), anywhere), OTHER_FIELDS);
    }

    private static Query termIn(String field, Gram gram) {
        return new TermQuery(new Term(field, gram.term()));
    }

    private static Query misspelt(String field, Gram gram) {
        int edits = gram.term().length() >= LONG_WORD ? 2 : 1;
        return new FuzzyQuery(new Term(field, gram.term()), edits, 1);
    }

    // another number is never a slip of the pen
    private static boolean mayBeMisspelt(Gram gram) {
        return gram.words().size() == 1
                && gram.term().length() >= MIN_MISSPELT
                && gram.term().chars().allMatch(Character::isLetter);
    }

    private static Query phrase(String field, List<Gram> grams) {
        if (grams.size() == 1) {
            return termIn(field, grams.getFirst());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (Gram gram : grams) {
            phrase.add(new Term(field, gram.term()), gram.position());
        }
        return phrase.build();
    }
}
