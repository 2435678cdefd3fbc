package io.casewire.catalog.search;

import io.casewire.query.Gram;
import io.casewire.query.Synonyms;
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

    /** What has a part as it stands, under any of its names. */
    Query standing(String field, TypedQuery.Part part) {
        return either(variants(part).stream().map(grams -> phrase(field, grams)).toList());
    }

    /** What has a whole part, be it scattered: each of its characters in one of its pairs. */
    Query covering(TypedQuery.Part part) {
        Query standing = standing(ANYWHERE, part);
        if (part.exact()) {
            return standing;
        }
        BooleanQuery.Builder scattered = new BooleanQuery.Builder();
        Gram.covering(part.text())
                .forEach(grams -> scattered.add(
                        either(grams.stream().map(TextQueries::exactly).toList()), Occur.MUST));
        return either(List.of(standing, scattered.build()));
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
        if (gram.slips() > 0) {
            return either(List.of(exact, new BoostQuery(misspelt(field, gram), MISSPELT)));
        }
        return gram.apart().isEmpty()
                ? exact
                : either(List.of(exact, new BoostQuery(apart(field, gram.apart()), APART)));
    }

    private static Query exactly(Gram gram) {
        List<Query> ways = new ArrayList<>();
        ways.add(termIn(ANYWHERE, gram));
        if (!gram.apart().isEmpty()) {
            BooleanQuery.Builder words = new BooleanQuery.Builder();
            gram.apart().forEach(word -> words.add(termIn(ANYWHERE, word), Occur.MUST));
            ways.add(words.build());
        }
        return either(ways);
    }

    private static Query apart(String field, List<Gram> grams) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        grams.forEach(gram -> words.add(term(field, gram), Occur.MUST));
        return words.build();
    }

    static Query either(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }

    static Query termIn(String field, Gram gram) {
        return new TermQuery(new Term(field, gram.term()));
    }

    static Query misspelt(String field, Gram gram) {
        return new FuzzyQuery(new Term(field, gram.term()), gram.slips(), 1);
    }

    static Query phrase(String field, List<Gram> grams) {
        return phrase(field, grams, 0);
    }

    /** The same where a mark may stand between words and Chinese characters: {@code 5G、区块链} is nearly 5G区块链. */
    static Query phraseOverMarks(String field, List<Gram> grams) {
        boolean mixed = grams.stream().anyMatch(Gram::word) && !grams.stream().allMatch(Gram::word);
        return phrase(field, grams, mixed ? 1 : 0);
    }

    private static Query phrase(String field, List<Gram> grams, int slop) {
        if (grams.size() == 1) {
            return termIn(field, grams.getFirst());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        for (Gram gram : grams) {
            phrase.add(new Term(field, gram.term()), gram.position());
        }
        return phrase.build();
    }
}
