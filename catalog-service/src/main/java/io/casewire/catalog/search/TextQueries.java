package io.casewire.catalog.search;

import io.casewire.text.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The queries that words make: the word under any of its names, its pairs of characters, its slips of the pen. */
final class TextQueries {
    /** The field with all the text of a case. */
    static final String ANYWHERE = "text";

    private static final float MISSPELT = 0.3f;
    private static final float APART = 0.5f;
    private static final int MIN_MISSPELT = 4;
    private static final int MIN_APART = 3;
    private static final int LONG_WORD = 8;

    /** What a query of 100 characters may come to: eight variants of each part, related words and rows of three for each pair. */
    private static final int MAX_CLAUSES = 16_384;

    static {
        IndexSearcher.setMaxClauseCount(Math.max(MAX_CLAUSES, IndexSearcher.getMaxClauseCount()));
    }

    private final Synonyms synonyms;
    private final RelatedWords related;

    TextQueries(Synonyms synonyms, RelatedWords related) {
        this.synonyms = synonyms;
        this.related = related;
    }

    /** The part under each of its names, each as the terms it needs; empty for punctuation. */
    List<List<Gram>> variants(TypedQuery.Part part) {
        return variants(part.text());
    }

    private List<List<Gram>> variants(String text) {
        return synonyms.variants(text).stream()
                .map(Gram::of)
                .filter(grams -> !grams.isEmpty())
                .toList();
    }

    /** The text itself first, then under its other names, in the form to compare. */
    List<String> names(String text) {
        return synonyms.variants(text);
    }

    /** Words near in meaning. */
    Set<String> relatedTo(Gram gram) {
        return related.of(gram);
    }

    /** A blank may be typed inside a word that is printed without: {@code Wi Fi}. */
    static List<Gram> joinedWithNeighbours(List<TypedQuery.Part> parts, int at) {
        List<Gram> joined = new ArrayList<>();
        for (int first = Math.max(0, at - 1); first <= at && first + 1 < parts.size(); first++) {
            TypedQuery.Part one = parts.get(first);
            TypedQuery.Part next = parts.get(first + 1);
            if (isWord(one) && isWord(next)) {
                List<Gram> grams = Gram.of(one.text() + ' ' + next.text());
                if (grams.size() == 1) {
                    joined.add(grams.getFirst());
                }
            }
        }
        return joined;
    }

    private static boolean isWord(TypedQuery.Part part) {
        List<Gram> grams = Gram.of(part.text());
        return !part.exact() && grams.size() == 1 && grams.getFirst().word();
    }

    /** What has a part as it stands, under any of its names. */
    Query standing(String field, TypedQuery.Part part) {
        return either(variants(part).stream().map(grams -> phrase(field, grams)).toList());
    }

    /**
     * What has enough of a part's terms.
     *
     * @param most the share of them that has to be found
     */
    Query enough(TypedQuery.Part part, double most) {
        return either(variants(part).stream().map(grams -> enough(grams, most)).toList());
    }

    private Query enough(List<Gram> grams, double most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Gram gram : grams) {
            List<Query> ways = new ArrayList<>();
            ways.add(term(ANYWHERE, gram));
            relatedTo(gram).forEach(word -> ways.add(new TermQuery(new Term(ANYWHERE, word))));
            query.add(either(ways), Occur.SHOULD);
        }
        int all = grams.size();
        return query.setMinimumNumberShouldMatch(
                        all <= 2 && most > 0.5 ? all : Math.max(1, (int) Math.ceil(most * all)))
                .build();
    }

    /** A term, with what a slip of the pen or a missing blank makes of a word of letters. */
    static Query term(String field, Gram gram) {
        Query exact = termIn(field, gram);
        if (mayBeMisspelt(gram)) {
            return either(List.of(exact, new BoostQuery(misspelt(field, gram), MISSPELT)));
        }
        return gram.words().size() > 1 && gram.words().stream().allMatch(word -> word.length() >= MIN_APART)
                ? either(List.of(exact, new BoostQuery(apart(field, gram), APART)))
                : exact;
    }

    /** Words that were typed together and may stand apart: {@code trade/investment}. */
    private static Query apart(String field, Gram joined) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String word : joined.words()) {
            words.add(term(field, new Gram(word, joined.position(), List.of(word))), Occur.MUST);
        }
        return words.build();
    }

    static Query either(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }

    static Query termIn(String field, Gram gram) {
        return new TermQuery(new Term(field, gram.term()));
    }

    static Query misspelt(String field, Gram gram) {
        int edits = gram.term().length() >= LONG_WORD ? 2 : 1;
        return new FuzzyQuery(new Term(field, gram.term()), edits, 1);
    }

    /** Another number is never a slip of the pen. */
    static boolean mayBeMisspelt(Gram gram) {
        return gram.words().size() == 1
                && gram.term().length() >= MIN_MISSPELT
                && gram.term().chars().allMatch(Character::isLetter);
    }

    static Query phrase(String field, List<Gram> grams) {
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
