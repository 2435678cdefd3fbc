package io.casewire.catalog.search;

import io.casewire.catalog.figure.EffectQuery;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Place;
import io.casewire.query.AskedFigure;
import io.casewire.query.Gram;
import io.casewire.query.figure.EffectCondition;
import io.casewire.text.ComparableKey;
import io.casewire.text.TypedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What makes one case come before another. */
final class Scoring {
    /** What all words make where there are none. */
    private static final float NO_WORDS = 10;

    /** Two counts of cases are about the same that differ by no more. */
    private static final double ALIKE = 0.6;

    /** So many terms make a part of the query that says something by standing as typed. */
    private static final float LONG = 3;

    private final AnalysedQuery asked;
    private final IndexReader reader;
    private final TextQueries texts;
    private final RankingWeights weights;

    Scoring(AnalysedQuery asked, IndexReader reader, TextQueries texts, RankingWeights weights) {
        this.asked = asked;
        this.reader = reader;
        this.texts = texts;
        this.weights = weights;
    }

    void addTo(BooleanQuery.Builder query) throws IOException {
        float all = 0;
        List<TypedQuery.Part> words = asked.words();
        for (int i = 0; i < words.size(); i++) {
            List<Query> variants = new ArrayList<>();
            float heaviest = 0;
            for (List<Gram> grams : texts.variants(words.get(i))) {
                float rarity = sum(rarities(grams));
                heaviest = variants.isEmpty() ? rarity : heaviest;
                // a longer name of the same thing is worth no more
                variants.add(new BoostQuery(scored(grams, rarity), heaviest / rarity));
            }
            for (Gram joined : Gram.joinedWithNeighbours(words, i)) {
                variants.add(scored(List.of(joined), rarity(joined)));
            }
            if (!variants.isEmpty()) {
                query.add(TextQueries.either(variants), Occur.SHOULD);
                all += heaviest;
            }
        }
        all = all == 0 ? NO_WORDS : all;
        addTitle(query, all);
        addUnits(query, all);
        addPlaces(query, all);
        addFigures(query, all);
    }

    private Query scored(List<Gram> grams, float all) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        float[] rarities = rarities(grams);
        for (int i = 0; i < grams.size(); i++) {
            query.add(term(grams.get(i), rarities[i]), Occur.SHOULD);
        }
        for (int i = 0; i + 1 < grams.size(); i++) {
            List<Gram> row = grams.subList(i, i + 2);
            if (isRow(row)) {
                float rarity = (rarities[i] + rarities[i + 1]) / 2;
                add(TextQueries.phrase(TextQueries.ANYWHERE, row), weights.row() * rarity, query);
                add(TextQueries.phrase(SearchField.TITLE.key(), row), weights.titleRow() * rarity, query);
            }
        }
        // that a short word stands as typed says little beside that it stands at all
        float worth = weights.phrase() * all * Math.min(1, grams.size() / LONG);
        List<Query> fields = new ArrayList<>();
        for (SearchField field : SearchField.inOrder()) {
            fields.add(constant(TextQueries.phraseOverMarks(field.key(), grams), worth * field.weight()));
        }
        return query.add(TextQueries.either(fields), Occur.SHOULD).build();
    }

    private Query term(Gram gram, float worth) throws IOException {
        float share = worth / rarity(gram);
        List<Query> ways = new ArrayList<>();
        ways.add(new BoostQuery(TextQueries.term(IndexedCase.WEIGHTED, gram), share));
        for (String word : texts.relatedTo(gram)) {
            ways.add(new BoostQuery(new TermQuery(new Term(IndexedCase.WEIGHTED, word)), share * weights.related()));
        }
        ways.add(constant(TextQueries.termIn(SearchField.CATEGORY.key(), gram), weights.captions() * worth));
        ways.add(constant(TextQueries.termIn(SearchField.SOURCE.key(), gram), weights.source() * worth));
        return TextQueries.either(ways);
    }

    private void addTitle(BooleanQuery.Builder query, float all) {
        String title = ComparableKey.of(asked.wanted());
        if (!title.isEmpty()) {
            add(new TermQuery(new Term(IndexedCase.TITLE_KEY, title)), weights.sameTitle() * all, query);
        }
    }

    private void addUnits(BooleanQuery.Builder query, float all) {
        for (String unit : asked.units()) {
            add(new TermQuery(new Term(CaseUnits.LEADING.field(), unit)), weights.leading() * all, query);
            add(new TermQuery(new Term(CaseUnits.RESPONSIBLE.field(), unit)), weights.responsible() * all, query);
        }
    }

    private void addPlaces(BooleanQuery.Builder query, float all) {
        for (Place place : asked.places()) {
            add(new TermQuery(new Term(IndexedCase.PLACE, place.id())), weights.place() * all, query);
            add(new TermQuery(new Term(IndexedCase.PLACE_MENTIONED, place.id())), weights.mentioned() * all, query);
            if (place instanceof Area area) {
                addAround(area, all, query);
            }
        }
    }

    /** What an area's zone or city did is nearer than what others did. */
    private void addAround(Area area, float all, BooleanQuery.Builder query) {
        for (String around : List.of(area.zone(), area.place())) {
            add(new TermQuery(new Term(IndexedCase.PLACE, around)), weights.mentioned() * all, query);
        }
    }

    private void addFigures(BooleanQuery.Builder query, float all) {
        for (AskedFigure figures : asked.figures()) {
            float share = weights.figure() * all / figures.conditions().size();
            for (EffectCondition condition : figures.conditions()) {
                add(new EffectQuery(condition), share, query);
            }
        }
        for (String named : asked.named()) {
            List<Gram> grams = Gram.of(named);
            if (!grams.isEmpty()) {
                add(TextQueries.phrase(TextQueries.ANYWHERE, grams), weights.row() * all, query);
            }
        }
    }

    /**
     * How much each term says, by how few cases have it. Of pairs in a row that about as many cases have, which is so within
     * a word of three characters and more, the first says it and the others a part of it.
     */
    private float[] rarities(List<Gram> grams) throws IOException {
        float[] rarities = new float[grams.size()];
        int before = 0;
        for (int i = 0; i < grams.size(); i++) {
            int cases = cases(grams.get(i));
            boolean sameWord = i > 0
                    && isRow(grams.subList(i - 1, i + 1))
                    && Math.min(before, cases) >= ALIKE * Math.max(before, cases);
            rarities[i] = rarity(grams.get(i)) * (sameWord ? weights.repeated() : 1);
            before = cases;
        }
        return rarities;
    }

    private float rarity(Gram gram) throws IOException {
        int cases = cases(gram);
        return (float) Math.log(1 + (reader.maxDoc() - cases + 0.5) / (cases + 0.5));
    }

    private int cases(Gram gram) throws IOException {
        return reader.docFreq(new Term(TextQueries.ANYWHERE, gram.term()));
    }

    private static boolean isRow(List<Gram> two) {
        return two.get(1).position() == two.get(0).position() + 1;
    }

    private static float sum(float[] numbers) {
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static void add(Query query, float worth, BooleanQuery.Builder builder) {
        builder.add(constant(query, worth), Occur.SHOULD);
    }

    private static Query constant(Query query, float worth) {
        return new BoostQuery(new ConstantScoreQuery(query), worth);
    }
}
