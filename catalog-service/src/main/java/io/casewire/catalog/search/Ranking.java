package io.casewire.catalog.search;

import io.casewire.catalog.figure.EffectQuery;
import io.casewire.gazetteer.Place;
import io.casewire.query.AskedFigure;
import io.casewire.query.Gram;
import io.casewire.query.Synonyms;
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
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes the query that finds and ranks. Which cases are found and in what order are two things: a case is found that has enough of
 * the words, and ranks by how rare the words are that it has, where it has them, and whether they stand together; then come places,
 * units and figures, each worth a share of all the words.
 */
final class Ranking {
    /** The shares of the words that have to be found, tried in turn until there is a page of cases. */
    static final List<Double> LEVELS = List.of(0.6, 0.34, 0.0);

    private final TextQueries texts;
    private final RankingWeights weights;

    Ranking(TextQueries texts, RankingWeights weights) {
        this.texts = texts;
        this.weights = weights;
    }

    /** With the words and weights that come with the service. */
    static Ranking standard() {
        return new Ranking(new TextQueries(Synonyms.bundled(), RelatedWords.bundled()), RankingWeights.standard());
    }

    /**
     * The query; finds nothing for a text of punctuation only.
     *
     * @param most the share of the words, and of the terms of a word, that has to be found; 0 for any one
     */
    Query of(AnalysedQuery asked, IndexReader reader, double most) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean excludes = exclude(asked, query);
        Query found = found(asked, most);
        if (found == null) {
            if (!excludes) {
                return new MatchNoDocsQuery("nothing to search for");
            }
            return query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER).build();
        }
        query.add(found, Occur.FILTER);
        new Scoring(asked, reader, texts, weights).addTo(query);
        return query.build();
    }

    private static boolean exclude(AnalysedQuery asked, BooleanQuery.Builder query) {
        boolean excludes = false;
        for (String excluded : asked.excluded()) {
            List<Gram> grams = Gram.of(excluded);
            if (!grams.isEmpty()) {
                query.add(TextQueries.phrase(TextQueries.ANYWHERE, grams), Occur.MUST_NOT);
                excludes = true;
            }
        }
        return excludes;
    }

    /** What is found, or null where nothing is asked for. */
    private @Nullable Query found(AnalysedQuery asked, double most) {
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        BooleanQuery.Builder loose = new BooleanQuery.Builder();
        int count = 0;
        boolean exact = false;
        boolean strict = most > 0.5;
        boolean onlyUnits = asked.words().stream().allMatch(part -> isUnit(part, asked));
        for (int i = 0; i < asked.words().size(); i++) {
            TypedQuery.Part part = asked.words().get(i);
            if (texts.variants(part).isEmpty() || (!strict && !onlyUnits && isUnit(part, asked))) {
                continue;
            }
            if (part.exact()) {
                found.add(texts.standing(TextQueries.ANYWHERE, part), Occur.FILTER);
                exact = true;
            } else {
                boolean asItStands = strict && asked.isOneTerm();
                loose.add(
                        asItStands ? texts.standing(TextQueries.ANYWHERE, part) : enough(asked.words(), i, most),
                        Occur.SHOULD);
                count++;
            }
        }
        if (count > 0) {
            loose.setMinimumNumberShouldMatch(
                    count <= 2 && most > 0.5 ? count : Math.max(1, (int) Math.ceil(most * count)));
            found.add(orFigure(loose.build(), asked, most), Occur.FILTER);
        }
        boolean wordless = count == 0 && !exact;
        if (!asked.places().isEmpty() && (strict || wordless)) {
            found.add(anyPlace(asked.places()), Occur.FILTER);
            wordless = false;
        }
        if (!asked.figures().isEmpty() && wordless) {
            found.add(anyFigure(asked), Occur.FILTER);
            wordless = false;
        }
        return wordless ? null : orWhole(asked, orSameTitle(asked, found.build()));
    }

    /** What has all that is asked for is found, however scattered: a subscription to the same query is told of it. */
    private Query orWhole(AnalysedQuery asked, Query found) {
        BooleanQuery.Builder whole = new BooleanQuery.Builder();
        for (int i = 0; i < asked.words().size(); i++) {
            List<Query> ways = new ArrayList<>();
            ways.add(texts.covering(asked.words().get(i)));
            Gram.joinedWithNeighbours(asked.words(), i)
                    .forEach(gram -> ways.add(TextQueries.termIn(TextQueries.ANYWHERE, gram)));
            whole.add(TextQueries.either(ways), Occur.FILTER);
        }
        if (!asked.asked().placesAlone().isEmpty()) {
            whole.add(anyPlace(asked.asked().placesAlone()), Occur.FILTER);
        }
        asked.figures().forEach(figure -> whole.add(figure(figure), Occur.FILTER));
        return new BooleanQuery.Builder()
                .add(found, Occur.SHOULD)
                .add(whole.build(), Occur.SHOULD)
                .build();
    }

    private static Query figure(AskedFigure figure) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        figure.conditions().forEach(condition -> any.add(new EffectQuery(condition), Occur.SHOULD));
        figure.texts().stream()
                .map(Gram::of)
                .filter(grams -> !grams.isEmpty())
                .forEach(grams -> any.add(TextQueries.phrase(TextQueries.ANYWHERE, grams), Occur.SHOULD));
        return any.build();
    }

    /** Whoever asks for a figure is content with fewer of the words where a case has it. */
    private Query orFigure(Query enough, AnalysedQuery asked, double most) {
        if (asked.figures().isEmpty() || most == 0) {
            return enough;
        }
        BooleanQuery.Builder anyWord = new BooleanQuery.Builder();
        for (int i = 0; i < asked.words().size(); i++) {
            anyWord.add(enough(asked.words(), i, 0), Occur.SHOULD);
        }
        Query withFigure = new BooleanQuery.Builder()
                .add(anyWord.build(), Occur.FILTER)
                .add(anyFigure(asked), Occur.FILTER)
                .build();
        return new BooleanQuery.Builder()
                .add(enough, Occur.SHOULD)
                .add(withFigure, Occur.SHOULD)
                .build();
    }

    /** A unit beside other words weighs as a filter would. */
    private static boolean isUnit(TypedQuery.Part part, AnalysedQuery asked) {
        return !part.exact() && asked.units().contains(ComparableKey.of(part.text()));
    }

    private Query enough(List<TypedQuery.Part> words, int at, double most) {
        List<Query> ways = new ArrayList<>();
        ways.add(texts.enough(words.get(at), most));
        Gram.joinedWithNeighbours(words, at).forEach(gram -> ways.add(TextQueries.termIn(TextQueries.ANYWHERE, gram)));
        return TextQueries.either(ways);
    }

    private static Query anyPlace(List<Place> places) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Place place : places) {
            any.add(new TermQuery(new Term(IndexedCase.PLACE, place.id())), Occur.SHOULD);
            any.add(new TermQuery(new Term(IndexedCase.PLACE_MENTIONED, place.id())), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query anyFigure(AnalysedQuery asked) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (AskedFigure figures : asked.figures()) {
            for (EffectCondition condition : figures.conditions()) {
                any.add(new EffectQuery(condition), Occur.SHOULD);
            }
        }
        for (String named : asked.named()) {
            List<Gram> grams = Gram.of(named);
            if (!grams.isEmpty()) {
                any.add(TextQueries.phrase(TextQueries.ANYWHERE, grams), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static Query orSameTitle(AnalysedQuery asked, Query found) {
        String title = ComparableKey.of(asked.wanted());
        return title.isEmpty()
                ? found
                : new BooleanQuery.Builder()
                        .add(found, Occur.SHOULD)
                        .add(new TermQuery(new Term(IndexedCase.TITLE_KEY, title)), Occur.SHOULD)
                        .build();
    }
}
