package io.casewire.catalog.search;

import io.casewire.gazetteer.Place;
import io.casewire.query.AskedPlaces;
import io.casewire.query.AskedQuery;
import io.casewire.query.Gram;
import io.casewire.text.TypedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** What an index adds to a query: the right character for a wrong one, the units that cases have, and what stands in none. */
final class QueryAnalyser {
    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final List<TypedQuery.Part> words = new ArrayList<>();
    private final Set<String> units = new LinkedHashSet<>();
    /** By the wrong words. */
    private final Map<String, String> right = new LinkedHashMap<>();

    private QueryAnalyser(IndexSearcher searcher) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
    }

    static AnalysedQuery analysed(TypedQuery typed, IndexSearcher searcher) throws IOException {
        QueryAnalyser analyser = new QueryAnalyser(searcher);
        AskedQuery asked = AskedQuery.of(typed);
        Set<String> unknown = new LinkedHashSet<>();
        for (TypedQuery.Part word : asked.words()) {
            TypedQuery.Part read = word.exact() ? word : analyser.corrected(word);
            analyser.words.add(read);
            analyser.units.addAll(AskedUnits.in(read.text(), analyser.reader));
            unknown.addAll(analyser.unknown(read.text()));
        }
        Set<Place> places = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        asked.figures().forEach(figure -> named.addAll(figure.texts()));
        for (AskedPlaces found : asked.places()) {
            // a city in the name of a unit says who is asked for, not where
            if (!found.isWhole()
                    || AskedUnits.in(found.typed(), analyser.reader).isEmpty()) {
                places.addAll(found.places());
                named.add(found.typed());
            }
        }
        return new AnalysedQuery(
                typed,
                asked.withWords(analyser.words),
                List.copyOf(places),
                List.copyOf(analyser.units),
                List.copyOf(named),
                List.copyOf(unknown),
                analyser.corrected(typed));
    }

    private TypedQuery.Part corrected(TypedQuery.Part word) throws IOException {
        Optional<String> found = new Correction(searcher).of(word.text());
        found.ifPresent(corrected -> right.put(word.text(), corrected));
        return new TypedQuery.Part(found.orElse(word.text()), false);
    }

    /** The whole query with what was wrong put right; null where nothing was. */
    private @Nullable String corrected(TypedQuery typed) {
        if (right.isEmpty()) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (TypedQuery.Part part : typed.wanted()) {
            String text = part.text();
            if (part.exact()) {
                text = '“' + text + '”';
            } else {
                for (Map.Entry<String, String> word : right.entrySet()) {
                    text = text.replace(word.getKey(), word.getValue());
                }
            }
            parts.add(text);
        }
        typed.excluded().forEach(excluded -> parts.add('-' + excluded));
        return String.join(" ", parts);
    }

    private List<String> unknown(String word) throws IOException {
        Set<Gram> known = new LinkedHashSet<>();
        for (Gram gram : Gram.of(word)) {
            if (reader.docFreq(new Term(TextQueries.ANYWHERE, gram.term())) > 0) {
                known.add(gram);
            }
        }
        return Gram.uncovered(word, known);
    }
}
